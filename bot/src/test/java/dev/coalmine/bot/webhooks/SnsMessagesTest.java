package dev.coalmine.bot.webhooks;

import static dev.coalmine.bot.webhooks.SignedBySns.notification;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import dev.coalmine.commands.pages.Alert;
import dev.coalmine.commands.services.Catalog;
import dev.coalmine.storage.signals.HeardSignal;
import dev.coalmine.storage.signals.HeardSignal.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What SNS brings: alarms and launches. */
class SnsMessagesTest {

    private static final Instant RECEIVED = Instant.parse("2026-03-01T12:00:05Z");
    private static final String LAUNCH = """
        {"Progress": 50, "AccountId": "123456789012", "Description": "Launching a new EC2 instance: i-0abc",
         "RequestId": "r-1", "EndTime": "2026-03-01T11:59:58.5Z", "AutoScalingGroupARN":
         "arn:aws:autoscaling:eu-west-1:123456789012:autoScalingGroup:g-1:autoScalingGroupName/batch-asg",
         "ActivityId": "a-1", "StartTime": "2026-03-01T11:59:01Z", "Service": "AWS Auto Scaling",
         "EC2InstanceId": "i-0abc", "StatusMessage": "", "StatusCode": "InProgress",
         "Details": {"Subnet ID": "subnet-7", "Availability Zone": "eu-west-1a"},
         "AutoScalingGroupName": "batch-asg", "Cause": "At 11:59 an instance was started.",
         "Event": "autoscaling:EC2_INSTANCE_LAUNCH"}\
        """;
    private static final String ALARM = """
        {"AlarmName": "High CPU", "AlarmDescription": "https://wiki.example.com/cpu", "AWSAccountId": "123456789012",
         "NewStateValue": "ALARM", "OldStateValue": "OK", "NewStateReason": "Threshold Crossed: 97 > 90",
         "StateChangeTime": "2026-03-01T11:59:00.123+0000", "Region": "EU (Ireland)",
         "AlarmArn": "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:High CPU",
         "Trigger": {"MetricName": "CPUUtilization", "Namespace": "AWS/EC2",
                     "Dimensions": [{"name": "InstanceId", "value": "i-0abc"}]}}\
        """;

    private final Sns sns = new Sns(
            PagerDutyTest.settings(),
            address -> Optional.empty(),
            mock(Confirmations.class),
            mock(Catalog.class, call -> call.getArguments()[0]));

    @Test
    void anInstanceThatCameUpIsALaunchThatSucceeded() {
        var launch = launch(LAUNCH);

        assertThat(launch.event()).isEqualTo("5f3c2e1a-0000-4000-8000-000000000001");
        var signal = launch.signal();
        assertThat(signal.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(signal.kind()).isEqualTo(HeardSignal.Kind.LAUNCH);
        assertThat(signal.source()).isEqualTo("batch-asg");
        assertThat(signal.automated()).isTrue();
        assertThat(signal.entity()).isEqualTo("i-0abc");
        assertThat(signal.at()).isEqualTo(Instant.parse("2026-03-01T11:59:58.5Z"));
        assertThat(signal.received()).isEqualTo(RECEIVED);
        assertThat(signal.text()).isEqualTo("Launching a new EC2 instance: i-0abc");
        assertThat(signal.attributes())
                .containsEntry("zone", "eu-west-1a")
                .containsEntry("subnet", "subnet-7")
                .containsEntry("account", "123456789012")
                .containsEntry("region", "eu-west-1");
    }

    @Test
    void aLaunchThatFailedSaysWhyAndMayNameNoInstance() {
        var failed = LAUNCH.replace("EC2_INSTANCE_LAUNCH", "EC2_INSTANCE_LAUNCH_ERROR")
                .replace("\"EC2InstanceId\": \"i-0abc\", ", "")
                .replace(
                        "\"StatusMessage\": \"\"",
                        "\"StatusMessage\": \"Not authorized: %s\"".formatted("x".repeat(99)));

        var signal = launch(failed).signal();

        assertThat(signal.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(signal.entity()).isNull();
        assertThat(signal.text()).isEqualTo("Not authorized: …");
    }

    @Test
    void whatAMessageIsAboutIsNotBelievedOfItsSubject() {
        var envelope = notification(LAUNCH.replace("LAUNCH\"", "LAUNCH_ERROR\""))
                .put("Subject", "Auto Scaling: termination for group \"batch-asg\"");
        assertThat(sns.launches(envelope.toString(), RECEIVED)
                        .getFirst()
                        .signal()
                        .outcome())
                .isEqualTo(Outcome.FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC2_INSTANCE_TERMINATE", "EC2_INSTANCE_TERMINATE_ERROR", "TEST_NOTIFICATION"})
    void theEndOfAnInstanceAndATestAreNoLaunches(String event) {
        var body = notification(LAUNCH.replace("EC2_INSTANCE_LAUNCH", event)).toString();
        assertThat(sns.launches(body, RECEIVED)).isEmpty();
        assertThat(sns.read(body, RECEIVED)).isEmpty();
    }

    @Test
    void eventBridgeSaysTheSameInOtherWords() {
        var signal = launch("""
            {"version": "0", "id": "e-1", "detail-type": "EC2 Instance Launch Unsuccessful", "source": "aws.autoscaling",
             "account": "123456789012", "time": "2026-03-01T11:58:00Z", "region": "us-west-2",
             "detail": {"StatusCode": "Failed", "AutoScalingGroupName": "web", "ActivityId": "a-2",
               "Details": {"Availability Zone": "us-west-2b", "Subnet ID": "subnet-1"}, "EndTime": "1970-01-01T00:00:00Z",
               "EC2InstanceId": "i-1", "StatusMessage": "no capacity", "Cause": "x"}}\
            """).signal();

        assertThat(signal.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(signal.source()).isEqualTo("web");
        assertThat(signal.text()).isEqualTo("no capacity");
        assertThat(signal.at()).isEqualTo(Instant.parse("2026-03-01T12:00:00Z"));
        assertThat(signal.attributes()).containsEntry("region", "us-west-2").containsEntry("zone", "us-west-2b");
    }

    @Test
    void anAlarmFiresAndIsOver() {
        var alert = alarm(ALARM);

        assertThat(alert.kind()).isEqualTo(Alert.Kind.FIRING);
        assertThat(alert.key()).isEqualTo("arn:aws:cloudwatch:eu-west-1:123456789012:alarm:High CPU");
        assertThat(alert.event()).isEqualTo("5f3c2e1a-0000-4000-8000-000000000001");
        assertThat(alert.title()).isEqualTo("High CPU");
        assertThat(alert.at()).isEqualTo(Instant.parse("2026-03-01T11:59:00.123Z"));
        assertThat(alert.summary()).isEqualTo("Threshold Crossed: 97 > 90");
        assertThat(alert.runbook()).isEqualTo("https://wiki.example.com/cpu");
        assertThat(alert.link()).contains("region=eu-west-1", "High%20CPU");
        assertThat(alert.labels()).containsEntry("instance", "i-0abc").containsEntry("region", "eu-west-1");
        assertThat(alarm(ALARM.replace("\"ALARM\"", "\"OK\"")).kind()).isEqualTo(Alert.Kind.RESOLVED);
    }

    @Test
    void notEnoughDataIsNeither() {
        assertThat(sns.read(
                        notification(ALARM.replace("\"ALARM\"", "\"INSUFFICIENT_DATA\""))
                                .toString(),
                        RECEIVED))
                .isEmpty();
    }

    @Test
    void anOldAlarmHasNoArn() {
        assertThat(alarm(ALARM.replace("\"AlarmArn\"", "\"Old\"")).key()).isEqualTo("123456789012 null High CPU");
    }

    @Test
    void anAlarmMayComeByEventBridge() {
        var alert = alarm("""
            {"detail-type": "CloudWatch Alarm State Change", "account": "1", "region": "eu-west-1",
             "time": "2026-03-01T11:00:00Z", "resources": ["arn:aws:cloudwatch:eu-west-1:1:alarm:a"],
             "detail": {"alarmName": "a", "state": {"value": "OK", "reason": "fine now"},
               "configuration": {"metrics": [{"metricStat": {"metric":
                 {"namespace": "AWS/EC2", "name": "CPU", "dimensions": {"InstanceId": "i-1"}}}}]}}}\
            """);

        assertThat(alert.key()).isEqualTo("arn:aws:cloudwatch:eu-west-1:1:alarm:a");
        assertThat(alert.kind()).isEqualTo(Alert.Kind.RESOLVED);
        assertThat(alert.at()).isEqualTo(Instant.parse("2026-03-01T11:00:00Z"));
        assertThat(alert.labels()).containsEntry("instance", "i-1").containsEntry("metric", "CPU");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "", "7", "[]", "{}", "{\"Event\":7}", "{\"detail-type\":\"x\",\"detail\":1}"})
    void whatIsNotKnownIsNothing(String message) {
        var body = notification(message).toString();
        assertThat(sns.read(body, RECEIVED)).isEmpty();
        assertThat(sns.launches(body, RECEIVED)).isEmpty();
    }

    @Test
    void aMessageThatCameRawIsReadAlike() {
        var kept = sns.keep(name -> name.equals("x-amz-sns-message-id") ? List.of("m-1") : List.of(), LAUNCH);
        var launch = sns.launches(kept, RECEIVED).getFirst();
        assertThat(launch.event()).isEqualTo("m-1");
        assertThat(launch.signal().source()).isEqualTo("batch-asg");
    }

    private Launch launch(String message) {
        return sns.launches(notification(message).toString(), RECEIVED).getFirst();
    }

    private Alert alarm(String message) {
        return sns.read(notification(message).toString(), RECEIVED).getFirst();
    }
}
