package dev.coalmine.bot.slack.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import dev.coalmine.bot.slack.PeopleNews;
import dev.coalmine.bot.slack.PostedReader;
import dev.coalmine.commands.workspace.Heard;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What people do to channels, as the Events API tells it. */
class EventReaderTest {

    private static final String ENVELOPE = """
        {"authorizations": [{"user_id": "U0COALMINE"}]}\
        """;

    private final JsonMapper json = JsonMapper.builder().build();
    private final PeopleNews people = mock(PeopleNews.class);
    private final EventReader reader = new EventReader(people, mock(PostedReader.class));

    @Test
    void itLearnsWhoCoalmineIs() {
        read("""
            {"type": "app_home_opened", "user": "U1", "tab": "messages"}\
            """);

        verify(people).itself("U0COALMINE");
    }

    @Test
    void aChannelIsRenamed() {
        assertThat(read("""
            {"type": "channel_rename", "channel": {"id": "C1", "name": "war-room", "created": 1360782804}}\
            """)).contains(new Heard.ChannelRenamed("C1", "war-room"));
    }

    @Test
    void aChannelIsDeletedBySomebody() {
        assertThat(changed("""
            {"type": "channel_deleted", "channel": "C1", "actor_id": "U1"}\
            """))
                .matches(it ->
                        !it.usable() && "U1".equals(it.person()) && it.channel().equals("C1"));
    }

    @Test
    void aChannelIsMadePrivateOrPublic() {
        assertThat(read("""
            {"type": "message", "subtype": "channel_convert_to_private", "channel": "C1", "user": "U1"}\
            """)).contains(new Heard.ChannelConverted("C1", "U1", true));
        assertThat(read("""
            {"type": "message", "subtype": "channel_convert_to_public", "channel": "C1", "user": "U1"}\
            """)).contains(new Heard.ChannelConverted("C1", "U1", false));
    }

    @Test
    void aChannelGetsAnotherId() {
        assertThat(read("""
            {"type": "channel_id_changed", "old_channel_id": "G1", "new_channel_id": "C1"}\
            """)).contains(new Heard.ChannelMoved("G1", "C1"));
    }

    @Test
    void coalmineItselfIsRemovedAndInvitedBack() {
        assertThat(changed("""
            {"type": "member_left_channel", "user": "U0COALMINE", "channel": "C1"}\
            """)).matches(it -> !it.usable());
        assertThat(changed("""
            {"type": "channel_left", "channel": "C1", "actor_id": "U1"}\
            """)).matches(it -> !it.usable() && "U1".equals(it.person()));
        assertThat(changed("""
            {"type": "member_joined_channel", "user": "U0COALMINE", "channel": "C1", "inviter": "U1"}\
            """)).matches(Heard.ChannelChanged::usable);
    }

    @Test
    void othersComingAndGoingIsNoChangeOfTheChannel() {
        assertThat(read("""
            {"type": "member_left_channel", "user": "U1", "channel": "C1"}\
            """)).contains(new Heard.Left("C1", "U1"));
        assertThat(read("""
            {"type": "member_joined_channel", "user": "U1", "channel": "C1", "inviter": "U0COALMINE"}\
            """)).contains(new Heard.Joined("C1", "U1", "U0COALMINE", true));
    }

    private Heard.ChannelChanged changed(String event) {
        return (Heard.ChannelChanged) read(event).orElseThrow();
    }

    private Optional<Heard> read(String event) {
        return reader.read(json.readTree(ENVELOPE), json.readTree(event)).stream()
                .findFirst();
    }
}
