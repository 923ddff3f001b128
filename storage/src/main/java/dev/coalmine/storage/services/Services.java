package dev.coalmine.storage.services;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

/** The service catalog. */
public interface Services extends ListCrudRepository<Service, String> {

    @Query("select s from Service s where lower(s.name) = lower(:name)")
    Optional<Service> named(String name);

    @Query("select s from Service s order by s.name")
    List<Service> byName();
}
