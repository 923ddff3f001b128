package dev.coalmine.bot.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** One person's window on the sandbox: what they see there, and what they do. */
final class Window {

    static final int PHONE_WIDTH = 390;

    private static final int MOST_STOPS = 150;

    private final Page page;

    Window(Page page) {
        this.page = page;
    }

    /* Looking. */

    Locator channelLink(String nameEnding) {
        return page.locator("#sidebar [data-channel$='%s']".formatted(nameEnding));
    }

    Locator channelName() {
        return page.getByTestId("channel-name");
    }

    Locator topic() {
        return page.getByTestId("topic");
    }

    Locator messages() {
        return page.locator("#main").getByTestId("message");
    }

    /** The latest message with these words in it. */
    Locator message(String words) {
        return messages().filter(new Locator.FilterOptions().setHasText(words)).last();
    }

    Locator card() {
        return messages()
                .filter(new Locator.FilterOptions().setHasText("Pinned to this channel"))
                .first();
    }

    /** What the card says under that heading. */
    Locator onCard(String heading) {
        return card().locator(".section-fields > *")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + heading)));
    }

    Locator home() {
        return page.getByTestId("home");
    }

    Locator form() {
        return page.getByTestId("modal");
    }

    Locator bookmarks() {
        return page.getByTestId("bookmarks");
    }

    Page page() {
        return page;
    }

    /* Doing. */

    Window opens(String nameEnding) {
        if (page.viewportSize().width == PHONE_WIDTH) {
            page.getByLabel("Open the sidebar").click();
        }
        channelLink(nameEnding).click();
        assertThat(channelName()).hasText(Pattern.compile(nameEnding + "$"));
        return this;
    }

    void opensHome() {
        page.getByTestId("app-home").click();
    }

    Window types(String text) {
        page.getByTestId("composer").fill(text);
        page.getByTestId("composer").press("Enter");
        assertThat(page.getByTestId("composer")).isEmpty();
        return this;
    }

    void presses(Locator where, String button) {
        where.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    void chooses(Locator where, String menu, String option) {
        where.getByLabel(menu).selectOption(option);
    }

    /** Presses the card's button and fills in the one field of the form that it opens. */
    void fills(String cardButton, String label, String words) {
        presses(card(), cardButton);
        form().getByLabel(label).fill(words);
        page.getByTestId("modal-submit").click();
    }

    void seesNoForm() {
        assertThat(form()).hasCount(0);
    }

    /** Reads the form's answer and puts it away. */
    void isTold(String words) {
        assertThat(form()).containsText(words);
        form().getByText("Close").click();
        assertThat(form()).hasCount(0);
    }

    void answersInThread(Locator message, String words) {
        message.hover();
        message.getByLabel("Reply in thread").click();
        page.getByTestId("thread-composer").fill(words);
        page.getByTestId("thread-composer").press("Enter");
        assertThat(page.locator("#thread").getByTestId("message").last()).containsText(words);
    }

    void scrollsTo(Locator message) {
        message.evaluate("it => it.scrollIntoView({block: 'start'})");
    }

    void reactsWithPushpin(Locator message) {
        message.hover();
        message.getByLabel("React with pushpin").click();
    }

    void choosesFromMenu(Locator message, String entry) {
        message.hover();
        message.getByLabel("More actions").last().click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(entry))
                .click();
    }

    /** The content of the file below that message, as the browser saved it. */
    String downloads(Locator message) {
        var file = page.waitForDownload(
                () -> message.getByLabel(Pattern.compile("^Download")).click());
        try {
            return Files.readString(file.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /* By keyboard alone. */

    void writes(String text) {
        page.keyboard().type(text);
    }

    Window hits(String key) {
        page.keyboard().press(key);
        return this;
    }

    /** Goes from stop to stop until one with these words has the focus. */
    Window goesTo(String key, String words) {
        for (var stops = 0; stops < MOST_STOPS; stops++) {
            page.keyboard().press(key);
            if (focused().contains(words)) {
                return this;
            }
        }
        throw new AssertionError("%s never led to “%s”, but in the end to “%s”".formatted(key, words, focused()));
    }

    String focused() {
        return String.valueOf(page.evaluate("""
            () => {
              const it = document.activeElement;
              if (it === document.body) return '';
              return it.getAttribute('aria-label') || it.placeholder || it.textContent.trim();
            }\
            """));
    }

    /* For the eye. */

    void fitsThePhone() {
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(PHONE_WIDTH);
        assertThat(page.evaluate("document.querySelector('#main .scroller').scrollWidth"))
                .isEqualTo(page.evaluate("document.querySelector('#main .scroller').clientWidth"));
    }

    void isPictured(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setAnimations(ScreenshotAnimations.DISABLED));
    }
}
