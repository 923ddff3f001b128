-- H2 finds beginnings by the primary key.
select 1;
