create table instituciones (id int primary key, nombre text not null);
insert into instituciones select i, 'Institución ' || i from generate_series(1, 54) i;
create table users (id int primary key, email text not null);
insert into users select i, 'user' || i || '@example.com' from generate_series(1, 8) i;
create table monthly_kpis (id int primary key, institucion int references instituciones, valor numeric);
insert into monthly_kpis select i, 1 + i % 54, i * 1.5 from generate_series(1, 7320) i;
create table migrations (version text primary key, at timestamptz default now());
