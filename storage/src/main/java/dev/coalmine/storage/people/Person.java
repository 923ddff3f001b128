package dev.coalmine.storage.people;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A member of the workspace, as Slack last described them. */
@Entity
@Table(name = "person")
public class Person {

    @Id
    private String id;

    private String handle;
    private String fullName;

    @Nullable
    private String email;

    @Nullable
    private String timeZone;

    private boolean active;

    protected Person() {
        this("", "", "", null, null, true);
    }

    public Person(
            String id,
            String handle,
            String fullName,
            @Nullable String email,
            @Nullable String timeZone,
            boolean active) {
        this.id = id;
        this.handle = handle;
        this.fullName = fullName;
        this.email = email;
        this.timeZone = timeZone;
        this.active = active;
    }

    /** Slack's id, such as {@code U0ALICE}. */
    public String id() {
        return id;
    }

    public String handle() {
        return handle;
    }

    public String fullName() {
        return fullName;
    }

    public @Nullable String email() {
        return email;
    }

    /** An IANA name such as {@code Europe/Berlin}; null when Slack did not say. */
    public @Nullable String timeZone() {
        return timeZone;
    }

    /** False for bots and for people who have left. */
    public boolean active() {
        return active;
    }
}
