package dev.coalmine.storage.pages;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

/** The problems that sources have told of. */
public interface Pages extends ListCrudRepository<Page, Long> {

    Optional<Page> findBySourceAndAlertKey(String source, String alertKey);

    @Query("select p from Page p where p.incident = :incident order by p.id")
    List<Page> of(long incident);

    @Query("select p from Page p order by p.heardAt desc, p.id desc")
    List<Page> latest(Limit limit);
}
