-- PostgreSQL is told here not to compress bodies; H2 does not unless asked.
select 1;
