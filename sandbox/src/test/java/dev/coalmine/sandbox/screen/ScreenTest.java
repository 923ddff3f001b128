package dev.coalmine.sandbox.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import dev.coalmine.sandbox.Sandbox;
import dev.coalmine.sandbox.SandboxSettings;
import dev.coalmine.sandbox.json.Json;
import dev.coalmine.sandbox.script.Eventually;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What people see and do on the page, in a real browser. */
class ScreenTest {

    private static final Route.FulfillOptions PICTURE = new Route.FulfillOptions()
            .setContentType("image/svg+xml")
            .setBody("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>");

    private static final TinyApp app = new TinyApp();
    private static final Sandbox sandbox =
            Sandbox.start(SandboxSettings.forTest().withEventsUrl(app.url()).withManifest(TinyApp.MANIFEST));
    private static Browser browser;

    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void start() {
        app.in(sandbox);
        browser = Browser.open();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        sandbox.close();
        app.close();
    }

    @AfterEach
    void startOver() {
        browser.closeWindows();
        sandbox.script().reset();
        app.forget();
        assertThat(complaints).isEmpty();
    }

    @Test
    void whatOnePersonTypesEverybodySees() {
        var alice = windowOf("alice", "general");
        var bob = windowOf("bob", "incidents");

        type(alice, "Is checkout slow, @bob? :eyes:");

        assertThat(lastMessage(alice)).containsText("Alice Adams");
        var general = bob.locator("[data-channel=general]");
        assertThat(general).hasClass(Pattern.compile("unread"));
        assertThat(general.locator(".badge")).hasText("1");
        general.click();
        assertThat(lastMessage(bob)).containsText("Is checkout slow, @bob? 👀");
        assertThat(lastMessage(bob).locator(".mention.mine")).hasText("@bob");
        assertThat(general.locator(".badge")).hasCount(0);
    }

    @Test
    void aChannelOpensThoughNewsComesInWhileItsLinkIsPressed() {
        var alice = windowOf("alice", "general");
        var bob = windowOf("bob", "incidents");

        var general = bob.locator("[data-channel=general]");
        general.hover();
        bob.mouse().down();
        type(alice, "Is checkout slow, @bob?");
        assertThat(general.locator(".badge")).hasText("1");
        bob.mouse().up();

        assertThat(bob.getByTestId("channel-name")).hasText("general");
    }

    @Test
    void aPersonBecomesAnotherAndTheAddressRemembersIt() {
        var page = windowOf("alice", "general");
        type(page, "I am Alice");

        page.getByTestId("person-switcher").click();
        page.getByRole(AriaRole.MENUITEMRADIO, new Page.GetByRoleOptions().setName("Carol Clark"))
                .click();
        type(page, "and I am Carol");

        assertThat(lastMessage(page)).containsText("Carol Clark");
        assertThat(page).hasURL(Pattern.compile("as=carol&in=general"));
        page.reload();
        assertThat(page.getByTestId("person-switcher")).containsText("Carol Clark");
    }

    @Test
    void aMessageIsAnsweredInAThread() {
        var page = windowOf("alice", "general");
        type(page, "What do we know?");

        hover(lastMessage(page)).getByLabel("Reply in thread").click();
        page.getByTestId("thread-composer").fill("It began with the deploy");
        page.getByTestId("thread-composer").press("Enter");

        assertThat(page.locator("#thread").getByTestId("message")).hasCount(2);
        assertThat(page.locator("#main").getByTestId("replies")).containsText("1 reply");
        page.getByTestId("thread-composer").fill("/tiny help");
        page.getByTestId("thread-composer").press("Enter");
        assertThat(page.locator("#thread").getByRole(AriaRole.ALERT).last()).containsText("not supported in threads");
        page.keyboard().press("Escape");
        assertThat(page.locator("#thread")).isHidden();
    }

    @Test
    void reactionsAreCountedAndTakenBack() {
        var alice = windowOf("alice", "general");
        var bob = windowOf("bob", "general");
        type(alice, "Rolled back");

        hover(lastMessage(alice)).getByLabel("Add reaction").click();
        alice.getByLabel("Find an emoji").fill("fire");
        alice.keyboard().press("Enter");
        var chip = lastMessage(bob).locator("[data-reaction=fire]");
        assertThat(chip).hasText("🔥1");
        chip.click();
        assertThat(lastMessage(alice).locator("[data-reaction=fire]")).hasText("🔥2");
        chip.click();

        assertThat(chip).hasText("🔥1");
        assertThat(chip).hasAttribute("aria-pressed", "false");
    }

    @Test
    void ownMessagesAreEditedPinnedAndDeleted() {
        var page = windowOf("alice", "general");
        type(page, "Chekout & co <are> down");
        assertThat(lastMessage(page)).containsText("Chekout & co <are> down");

        page.getByTestId("composer").press("ArrowUp");
        var editor = page.getByLabel("Edit message");
        assertThat(editor).hasValue("Chekout & co <are> down");
        editor.fill("Checkout & co <are> down");
        editor.press("Enter");
        assertThat(lastMessage(page)).containsText("Checkout & co <are> down (edited)");

        act(page, "Pin to channel");
        assertThat(page.getByLabel("1 pinned")).isVisible();
        page.getByLabel("1 pinned").click();
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Checkout & co <are> down");
        page.keyboard().press("Escape");

        act(page, "Delete message");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Delete").setExact(true))
                .click();
        assertThat(page.getByText("Checkout & co <are> down")).hasCount(0);
    }

    @Test
    void mrkdwnIsShownAsSlackShowsIt() {
        say("""
            *bold* _italic_ ~gone~ `code *not bold*` 2*3*4
            > quoted
            • first
            • second
            <https://example.com/runbook|the runbook> in <#C0INCIDENT|x> by <@U0BOB00000>, <!here> &lt;tag&gt; &amp;
            :rotating_light: <!date^1700000000^{date_num}|then>
            ```
            let x = "<y>"
            ```\
            """);
        var text = lastMessage(windowOf("alice", "general")).getByTestId("message-body");

        assertThat(text.locator("strong")).hasText("bold");
        assertThat(text.locator("em")).hasText("italic");
        assertThat(text.locator("s")).hasText("gone");
        assertThat(text.locator("code")).hasText("code *not bold*");
        assertThat(text.locator("blockquote")).hasText("quoted");
        assertThat(text.locator(".list-line")).hasText(new String[] {"•first", "•second"});
        assertThat(text.locator("a")).hasAttribute("href", "https://example.com/runbook");
        assertThat(text.locator(".mention")).hasText(new String[] {"#incidents", "@bob", "@here"});
        assertThat(text).containsText("2*3*4");
        assertThat(text).containsText("<tag> &");
        assertThat(text).containsText("🚨 2023-11-1");
        assertThat(text.locator("pre")).hasText("let x = \"<y>\"");
    }

    @Test
    void everyKindOfBlockIsDrawn() {
        say("Everything", Blocks.EVERY_KIND);
        var message = lastMessage(windowOf("alice", "general"));

        assertThat(message.getByRole(AriaRole.HEADING)).hasText("🔥 A header");
        assertThat(message.locator(".section-fields strong")).hasText(new String[] {"One", "Two"});
        assertThat(message.locator("hr")).hasCount(1);
        assertThat(message.locator(".context")).containsText("in context");
        assertThat(message.getByAltText("a picture")).hasCount(1);
        assertThat(message.locator("ol li")).hasText(new String[] {"rich list"});
        assertThat(message.locator("[data-element-type]")).hasCount(Blocks.ELEMENTS);
        assertThat(message.locator(".unsupported")).hasCount(0);
    }

    @Test
    void usingAnElementTellsTheApp() {
        say("Use me", Blocks.EVERY_KIND);
        var page = windowOf("alice", "general");
        var message = lastMessage(page);

        message.locator("[data-action=press]").click();
        message.locator("[data-action=choose]").selectOption("b");
        message.locator("[data-action=sure]").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Do it"))
                .click();
        message.locator("[data-action=more]").click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Second"))
                .click();
        message.locator("[data-action=several] button").click();
        page.locator(".panel").getByText("Beta").click();
        page.keyboard().press("Escape");

        page.waitForCondition(() -> app.received("block_actions").size() == 5);
        assertThat(app.received("block_actions"))
                .extracting(it -> it.at("/actions/0/action_id").asString(""))
                .containsExactly("press", "choose", "sure", "more", "several");
        assertThat(app.received("block_actions")
                        .get(1)
                        .at("/actions/0/selected_option/value")
                        .asString(""))
                .isEqualTo("b");
    }

    @Test
    void aHostileMessageIsOnlyText() {
        var hostile = "<script>window.owned=1</script><img src=x onerror=window.owned=1> <javascript:alert(1)|click>"
                + " \u202Etxet <!channel|<b>> *_~`" + "[](javascript:alert(1))" + "W".repeat(3_000);
        say(hostile);
        var page = windowOf("alice", "general");
        page.onDialog(dialog -> complaints.add(dialog.message()));

        var body = lastMessage(page).getByTestId("message-body");
        assertThat(body).containsText("<script>window.owned=1</script>");
        assertThat(body.locator("script, img, b, a")).hasCount(0);
        assertThat(page.evaluate("window.owned")).isNull();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    @Test
    void aFormIsFilledRefusedAndSent() {
        var page = windowOf("alice", "general");
        type(page, "/tiny form");
        var form = page.getByTestId("modal");
        assertThat(form).containsText("What is broken?");
        assertThat(form.getByLabel("Title")).isFocused();

        page.getByTestId("modal-submit").click();
        assertThat(form.getByText("Please complete this required field.")).hasCount(2);

        form.getByLabel("Title").fill("bad");
        form.getByLabel("Severity").selectOption("2");
        form.getByLabel("Invite").click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Bob Brown"))
                .click();
        page.keyboard().press("Escape");
        page.getByTestId("modal-submit").click();
        assertThat(form.locator("[data-block=title] [role=alert]")).hasText("That says nothing.");

        form.getByLabel("Title").fill("Checkout is down");
        page.keyboard().press("Enter");
        assertThat(form).hasCount(0);
        var sent = app.received("view_submission").getLast().at("/view/state/values");
        assertThat(sent.at("/severity/value/selected_option/value").asString(""))
                .isEqualTo("2");
        assertThat(sent.at("/people/value/selected_users/0").asString("")).isEqualTo("U0BOB00000");
    }

    @Test
    void everythingCanBeDoneByKeyboard() {
        var page = windowOf("alice", "general");
        page.locator("body").press("Tab");
        page.locator(".skip").focus();
        page.keyboard().press("Enter");
        assertThat(page.getByTestId("composer")).isFocused();

        page.keyboard().type("/ti");
        assertThat(page.getByRole(AriaRole.OPTION)).containsText("/tiny");
        page.keyboard().press("Tab");
        page.keyboard().type("he");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(lastMessage(page)).containsText("Only visible to you");
        assertThat(lastMessage(page)).containsText("You said help");

        page.keyboard().type("Hello @car");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(lastMessage(page)).containsText("Hello @carol");

        lastMessage(page).focus();
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(lastMessage(page).locator("[data-reaction=eyes]")).isVisible();

        page.getByTestId("shortcuts").first().focus();
        page.keyboard().press("Enter");
        page.keyboard().press("Enter");
        assertThat(page.getByTestId("modal")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.getByTestId("modal")).hasCount(0);
        assertThat(page.getByTestId("shortcuts").first()).isFocused();
    }

    @Test
    void anEmptyChannelSaysWhatToTypeFirst() {
        var page = windowOf("alice", "launches");

        page.getByText("/tiny declare Checkout is down").click();

        assertThat(page.getByTestId("composer")).hasValue("/tiny declare Checkout is down");
    }

    @Test
    void aWrongCommandIsAnsweredInPlace() {
        var page = windowOf("alice", "general");

        type(page, "/tini help");

        assertThat(page.getByRole(AriaRole.ALERT).last()).containsText("/tini is not a valid command");
        assertThat(page.getByTestId("composer")).hasValue("/tini help");
    }

    @Test
    void itFitsAPhone() {
        say("Everything", Blocks.EVERY_KIND);
        var page = watched(browser.window(390, 844));
        page.navigate(sandbox.url() + "/?as=alice&in=general");
        assertThat(lastMessage(page)).isVisible();
        assertThat(page.locator("#sidebar")).isHidden();

        page.getByLabel("Open the sidebar").click();
        page.locator("[data-channel=incidents]").click();

        assertThat(page.getByTestId("channel-name")).hasText("incidents");
        assertThat(page.locator("#sidebar")).isHidden();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        type(page, "from the train");
        assertThat(lastMessage(page)).containsText("from the train");
    }

    @Test
    void whoeverReadsFurtherUpIsToldOfNewMessagesAndNotMoved() {
        for (var i = 1; i <= 40; i++) {
            say("line " + i);
        }
        var alice = windowOf("alice", "general");
        assertThat(lastMessage(alice)).containsText("line 40");
        assertThat(lastMessage(alice)).isInViewport();

        scrollsUp(alice);
        say("line 41");
        alice.locator("#main").getByTestId("new-messages").click();

        assertThat(lastMessage(alice)).containsText("line 41");
        assertThat(lastMessage(alice)).isInViewport();
    }

    /** A browser tells of a scroll at its next frame; what is drawn before that still goes to the end. */
    private static void scrollsUp(Page page) {
        var scroller = page.locator("#main .scroller");
        Eventually.passes(() -> {
            scroller.evaluate("""
                it => new Promise(done => {
                  it.scrollTop = 0;
                  requestAnimationFrame(() => requestAnimationFrame(done));
                })\
                """);
            assertThat(scroller.evaluate("it => it.scrollTop")).isEqualTo(0);
        });
    }

    @Test
    void anOutageIsSaidAndForgotten() {
        var page = windowOf("alice", "general");
        page.route("**/screen/state*", route -> route.abort());
        say("unseen");
        assertThat(page.locator("#notice")).containsText("cannot be reached");

        page.unroute("**/screen/state*");

        assertThat(lastMessage(page)).containsText("unseen");
        assertThat(page.locator("#notice")).isEmpty();
        complaints.clear();
    }

    private Page windowOf(String person, String channel) {
        var page = watched(browser.window(1280, 800));
        page.navigate(sandbox.url() + "/?as=" + person + "&in=" + channel);
        assertThat(page.getByTestId("channel-name")).hasText(channel);
        return page;
    }

    /** Whatever a page complains of fails the test, and the content security policy complains of what is forbidden. */
    private Page watched(Page page) {
        page.route("https://example.com/*.png", route -> route.fulfill(PICTURE));
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        return page;
    }

    private static void type(Page page, String text) {
        page.getByTestId("composer").fill(text);
        page.getByTestId("composer").press("Enter");
    }

    private static Locator lastMessage(Page page) {
        return page.locator("#main").getByTestId("message").last();
    }

    private static Locator hover(Locator message) {
        message.hover();
        return message;
    }

    private static void act(Page page, String action) {
        hover(lastMessage(page)).getByLabel("More actions").click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(action))
                .click();
    }

    private void say(String text) {
        app.call(
                "chat.postMessage",
                Json.write(Json.object().put("channel", "C0GENERAL0").put("text", text)));
    }

    private void say(String text, String blocks) {
        var message = Json.object().put("channel", "C0GENERAL0").put("text", text);
        message.set("blocks", Json.parse(blocks));
        app.call("chat.postMessage", Json.write(message));
    }
}
