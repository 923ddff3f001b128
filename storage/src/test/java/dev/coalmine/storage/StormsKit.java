package dev.coalmine.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coalmine.storage.rules.Refused;
import dev.coalmine.storage.storms.DetectorMemory;
import dev.coalmine.storage.storms.DetectorMemory.Kept;
import dev.coalmine.storage.storms.DetectorMemory.Position;
import dev.coalmine.storage.storms.DetectorMemory.Put;
import dev.coalmine.storage.storms.Storm;
import dev.coalmine.storage.storms.Storm.Verdict;
import dev.coalmine.storage.storms.StormMembers;
import dev.coalmine.storage.storms.StormMembers.HeldAlert;
import dev.coalmine.storage.storms.StormMembers.Member;
import dev.coalmine.storage.storms.Storms;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

abstract class StormsKit extends Kit {

    private static final Put TICK = new Put("tick", null, null, TEN, null);

    @Autowired
    Storms storms;

    @Autowired
    StormMembers members;

    @Autowired
    DetectorMemory memory;

    @Test
    void aStormIsFoundByItsIncidentAndByTheDetectorsNumber() {
        var incident = declared("Launches fail");
        var storm = kept(7, incident);

        assertThat(storms.findByHeardAs(7)).map(Storm::number).contains(storm);
        assertThat(storms.of(incident)).extracting(Storm::number).containsExactly(storm);
        assertThat(storms.open()).extracting(Storm::explanation).containsExactly("9 failures");
    }

    @Test
    void aStormThatIsNoneEndsAndItsIncidentRemembersWhoSaidSo() {
        var incident = declared("Launches fail");
        var number = kept(7, incident);

        judge(number, Verdict.NOT_A_STORM);

        assertThat(storms.open()).isEmpty();
        assertThat(record(incident)).last().asString().contains("is none");
        assertThatThrownBy(() -> judge(number, Verdict.NOT_A_STORM)).isInstanceOf(Refused.class);
    }

    @Test
    void aServiceIsFoundInTheStormItIsInWhileThatGoesOn() {
        var number = kept(7, declared("Alerts"));
        members.keep(number, List.of(new Member("Checkout", true, false, 3), new Member("batch", false, false, 9)));

        assertThat(members.stormOf("checkout")).contains(number);
        assertThat(members.stormOf("batch")).isEmpty();
        assertThat(members.of(number)).extracting(Member::source).containsExactly("batch", "Checkout");

        judge(number, Verdict.EXPECTED);

        assertThat(members.stormOf("checkout")).isEmpty();
        assertThat(members.expectedOf("CHECKOUT", TEN)).contains(number);
        assertThat(members.expectedOf("checkout", TEN.plusSeconds(60))).isEmpty();
        assertThat(storms.expectedAfter(TEN)).hasSize(1);
    }

    @Test
    void aCanaryOfAlertsIsYoungForAWhile() {
        var number = kept(7, declared("Alerts"));
        members.keep(number, List.of(new Member("checkout", true, false, 3)));
        assertThat(members.youngCanary(TEN.minusSeconds(1))).isEmpty();

        doInTransaction(() -> {
            var storm = storms.findById(number).orElseThrow();
            storm.stands(Storm.Kind.CANARY, TEN, 9, "9 failures", "{}");
            storms.save(storm);
        });

        assertThat(members.youngCanary(TEN.minusSeconds(1))).contains(number);
        assertThat(members.youngCanary(TEN)).isEmpty();
    }

    @Test
    void anAlertIsHeldOnce() {
        var number = kept(7, declared("Alerts"));
        var alert = new HeldAlert(TEN, "generic", "key", "Checkout hangs", "checkout", "part of the storm");

        assertThat(members.hold(number, alert)).isTrue();
        assertThat(members.hold(number, alert)).isFalse();
        assertThat(members.held(number, 10)).containsExactly(alert);
    }

    @Test
    void oneListensAndOthersWaitUntilItIsSilent() {
        assertThat(listen("one")).isTrue();
        assertThat(listen("two")).isFalse();
        assertThat(listen("one")).isTrue();

        database.sql("update storm_ear set listened_at = listened_at - interval '6' second")
                .update();

        assertThat(listen("two")).isTrue();
        assertThat(listen("one")).isFalse();

        memory.leave("two");

        assertThat(listen("one")).isTrue();
    }

    @Test
    void whatIsAskedForIsPutBehindTheSignalThatWasHeardLast() {
        var expected = new Put("expected", 7, null, TEN, TEN.plusSeconds(60));
        doInTransaction(() -> memory.ask(expected));
        doInTransaction(() -> memory.put(3, TICK));

        doInTransaction(() -> {
            var asked = memory.asked();
            assertThat(asked).extracting(Kept::put).containsExactly(expected);
            memory.place(asked.getFirst().number(), 5);
        });

        assertThat(inTransaction(memory::asked)).isEmpty();
        assertThat(memory.putAfter(new Position(0, 0))).extracting(Kept::put).containsExactly(TICK, expected);
        assertThat(memory.putAfter(new Position(0, 0))).extracting(Kept::signal).containsExactly(3L, 5L);
    }

    @Test
    void aCopyOfAnySizeIsKeptAndWhatWasPutBeforeItIsForgotten() {
        var before = inTransaction(() -> memory.put(3, TICK));
        var after = inTransaction(() -> memory.put(4, TICK));
        var bytes = new byte[1_500_000];
        new Random(7).nextBytes(bytes);

        memory.save(new Position(3, before), new byte[] {1});
        memory.save(new Position(3, before), bytes);

        assertThat(memory.copy()).get().satisfies(copy -> {
            assertThat(copy.at()).isEqualTo(new Position(3, before));
            assertThat(copy.bytes()).isEqualTo(bytes);
        });
        assertThat(memory.putAfter(new Position(0, 0))).extracting(Kept::number).containsExactly(after);
    }

    private boolean listen(String who) {
        return inTransaction(() -> {
            var position = memory.listen(who);
            position.ifPresent(it -> memory.heard(who, it));
            return position.isPresent();
        });
    }

    private long kept(int heardAs, long incident) {
        return inTransaction(() -> {
            var storm = new Storm(heardAs, TEN);
            storm.opensIn(incident);
            storm.stands(Storm.Kind.STORM, TEN, 9, "9 failures", "{}");
            return storms.save(storm).number();
        });
    }

    private void judge(long number, Verdict verdict) {
        doInTransaction(() -> {
            var storm = storms.findById(number).orElseThrow();
            storm.judge(verdict, ALICE, verdict == Verdict.EXPECTED ? TEN.plusSeconds(30) : null, TEN);
            storms.save(storm);
        });
    }
}
