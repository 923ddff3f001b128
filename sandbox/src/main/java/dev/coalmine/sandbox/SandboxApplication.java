package dev.coalmine.sandbox;

/** Runs the sandbox alone. */
public final class SandboxApplication {

    private SandboxApplication() {}

    /** Settings come from the environment: see {@link SandboxSettings#fromEnvironment}. */
    public static void main(String[] arguments) throws InterruptedException {
        try {
            var sandbox = Sandbox.start(SandboxSettings.fromEnvironment(System.getenv()));
            Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
            System.out.printf("Sandbox: %s%nFor an app: SLACK_API_URL=%s%n", sandbox.url(), sandbox.apiUrl());
            Thread.currentThread().join();
        } catch (RuntimeException e) {
            // Most often a port in use or a wrong setting: one line says more than a stack trace.
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
