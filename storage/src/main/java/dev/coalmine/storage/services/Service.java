package dev.coalmine.storage.services;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that can break, as the service catalog describes it. */
@Entity
@Table(name = "service")
public class Service {

    @Id
    private String name;

    private List<String> owners;

    @Nullable
    private String runbook;

    private List<String> dependsOn;
    private boolean launcher;

    protected Service() {
        this("", List.of(), null, List.of(), false);
    }

    public Service(
            String name, List<String> owners, @Nullable String runbook, List<String> dependsOn, boolean launcher) {
        this.name = name;
        this.owners = List.copyOf(owners);
        this.runbook = runbook;
        this.dependsOn = List.copyOf(dependsOn);
        this.launcher = launcher;
    }

    public String name() {
        return name;
    }

    /** E-mail addresses, handles or Slack ids of those to invite when it breaks. */
    public List<String> owners() {
        return List.copyOf(owners);
    }

    public @Nullable String runbook() {
        return runbook;
    }

    public List<String> dependsOn() {
        return List.copyOf(dependsOn);
    }

    /** Whether it launches things on its own, so that its failures say something about what it launches upon. */
    public boolean launcher() {
        return launcher;
    }
}
