-- For "like 'beginning%'": in most languages PostgreSQL's usual order is of no use there.
create index posted_beginning on posted (name varchar_pattern_ops);
