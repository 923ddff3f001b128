package dev.coalmine.storage.roles;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/** One person in one role of one incident, from one time to another. */
@Entity
@Table(name = "role_assignment")
public class Assignment extends AbstractAggregateRoot<Assignment> {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long incident;
    private String role = "";
    private String person = "";
    private Instant takenAt = Instant.EPOCH;

    @Nullable
    private Instant leftAt;

    protected Assignment() {}

    /**
     * Puts a person into a role.
     *
     * @param by who did so; the person, or somebody who asked them
     */
    public Assignment(long incident, String role, String person, @Nullable String by, Instant at) {
        this.incident = incident;
        this.role = role;
        this.person = person;
        this.takenAt = at;
        registerEvent(new RoleTaken(incident, at, by, role, person));
    }

    /** Ends it. */
    public void end(@Nullable String by, Instant at) {
        if (leftAt == null) {
            leftAt = at;
            registerEvent(new RoleLeft(incident, at, by, role, person));
        }
    }

    public long incident() {
        return incident;
    }

    /** The role's lower-case name, such as {@code commander}. */
    public String role() {
        return role;
    }

    public String person() {
        return person;
    }

    public Instant takenAt() {
        return takenAt;
    }

    public Optional<Instant> leftAt() {
        return Optional.ofNullable(leftAt);
    }
}
