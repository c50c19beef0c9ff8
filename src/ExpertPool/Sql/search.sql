-- The words of a text as they are compared: lower case, without accents, w as v (accounts.fold), each once.
create or replace function experts.words_in(p_text text) returns text[] language sql immutable parallel safe as $$
    select coalesce(array_agg(distinct w order by w), '{}')
    from regexp_split_to_table(accounts.fold(coalesce(p_text, '')), '[^[:alnum:]+#]+') w where length(w) between 2 and 100
$$;

-- A folded Finnish word without its inflection. Snowball takes the endings; what it does not know are the changes in the stem, which these few rules bring to one form:
-- -us and -ys (metsätalous, -talouden, -taloutta; testauksen), -inti (markkinoinnin), -inen (johtamisen), the last consonant (kunnossapidon, kaupan) and the last vowel.
create or replace function experts.stem_fi(p_word text) returns text language plpgsql immutable parallel safe strict as $$
declare
    lexemes text[] := ts_lexize('pg_catalog.finnish_stem', regexp_replace(p_word, 'nne$', 'nte'));
    s text := coalesce(lexemes[1], p_word);
begin
    s := regexp_replace(s, '([uy])(kst|ks|st|s|d|t)$', '\1');
    s := regexp_replace(s, 'oint?$', 'o');
    s := regexp_replace(s, '(..[mlgsr])(in|is)$', '\1');
    s := regexp_replace(s, '(....)as$', '\1');
    s := regexp_replace(s, 'i[ao]$', '');
    s := regexp_replace(s, '([^aeiouy])[aeiouy]$', '\1');
    s := regexp_replace(s, '(tt|d)$', 't');
    s := regexp_replace(s, '(pp|v)$', 'p');
    s := regexp_replace(s, 'nt$', 'n');
    return case when length(s) >= 4 then s else coalesce(lexemes[1], p_word) end;
end $$;

-- A folded word's stems in Finnish and English; none for words such as 'ja' and 'the', which tell nothing.
create or replace function experts.stems(p_word text) returns text[] language sql immutable parallel safe strict as $$
    select case when ts_lexize('pg_catalog.finnish_stem', p_word) = '{}' or ts_lexize('pg_catalog.english_stem', p_word) = '{}' then '{}'::text[]
                else array[experts.stem_fi(p_word)] || (case when p_word ~ '[a-z]' then ts_lexize('pg_catalog.english_stem', p_word) end) end
$$;

-- An expert's words: of the competence that was told, and of the assignments' titles.
create or replace function experts.note_words() returns trigger language plpgsql as $$
begin
    new.words := experts.words_in(concat_ws(' ', new.competence, (select string_agg(a.title, ' ') from experts.assignments a where a.contact_id = new.contact_id)));
    return new;
end $$;
create or replace trigger note_words before insert or update on experts.experts for each row execute function experts.note_words();

create or replace function experts.note_titles() returns trigger language plpgsql as $$
begin
    update experts.experts e set words = '{}' where e.contact_id in (select contact_id from changed_rows);
    return null;
end $$;
create or replace trigger note_titles_insert after insert on experts.assignments referencing new table as changed_rows for each statement execute function experts.note_titles();
create or replace trigger note_titles_update after update on experts.assignments referencing new table as changed_rows for each statement execute function experts.note_titles();
create or replace trigger note_titles_delete after delete on experts.assignments referencing old table as changed_rows for each statement execute function experts.note_titles();

-- Every word that some expert has, with how many have it; with the last of them the word goes too. Written in order, so that two writers do not wait for each other.
create or replace function experts.count_words() returns trigger language plpgsql as $$
declare
    words_now text[] := '{}';
    words_before text[] := '{}';
begin
    if tg_op <> 'DELETE' then
        words_now := array(select w from new_rows r cross join unnest(r.words) w);
    end if;
    if tg_op <> 'INSERT' then
        words_before := array(select w from old_rows r cross join unnest(r.words) w);
    end if;
    insert into experts.vocabulary as v (word, stems, uses)
    select d.word, experts.stems(d.word), d.uses
    from (select c.word, sum(c.n)::int as uses
          from (select unnest(words_now) as word, 1 as n union all select unnest(words_before), -1) c group by c.word having sum(c.n) <> 0) d
    order by d.word
    on conflict (word) do update set uses = v.uses + excluded.uses;
    delete from experts.vocabulary v where v.uses <= 0 and v.word = any(words_before);
    return null;
end $$;
create or replace trigger count_words_insert after insert on experts.experts referencing new table as new_rows for each statement execute function experts.count_words();
create or replace trigger count_words_update after update on experts.experts referencing old table as old_rows new table as new_rows for each statement execute function experts.count_words();
create or replace trigger count_words_delete after delete on experts.experts referencing old table as old_rows for each statement execute function experts.count_words();

-- Until it had two parameters.
drop function if exists experts.find_words(text[]);

-- For the ends of compounds, which lie anywhere in a stem.
create index if not exists ix_vocabulary_stem on experts.vocabulary using gin ((stems[1]) gin_trgm_ops);

-- Words of the vocabulary that a folded word of the question means: itself, another form of it, what begins with it, what has it as a part: at its end in any form, or
-- within. A part of four letters has as many before it ('hoito' finds 'metsänhoito', 'test' not 'protesti'). So the first p_asked words; the others mean themselves and their
-- other forms only.
create or replace function experts.find_words(p_words text[], p_asked int) returns table (n int, word text, kind text) language sql stable as $$
    with w as materialized (
        select q.n::int as n, q.word, experts.stems(q.word) as stems, case when q.n <= p_asked then experts.stem_fi(q.word) end as stem from unnest(p_words) with ordinality q(word, n)),
    q as materialized (
        -- As much of the stem as stands in the word as it is written.
        select w.*, (select left(w.stem, max(i)) from generate_series(0, length(w.stem)) i where starts_with(w.word, left(w.stem, i))) as root from w),
    f as (
        select q.n, v.word, 1 as rank, 'exact' as kind from q join experts.vocabulary v on v.word = q.word
        union all
        select q.n, v.word, 2, 'form' from q join experts.vocabulary v on v.stems && q.stems
        union all
        select q.n, v.word, 3, 'prefix' from q join experts.vocabulary v on v.word like q.word || '%' where length(q.word) >= 3 and q.n <= p_asked
        union all
        select q.n, v.word, 3, 'prefix' from q join experts.vocabulary v on v.word like q.root || '%' where length(q.root) >= 5
        union all
        select q.n, v.word, 4, 'part' from q join experts.vocabulary v on v.word like '___%' || q.root || '%' where length(q.root) >= 5
        union all
        select q.n, v.word, 4, 'part' from q join experts.vocabulary v on v.word like '____%' || q.root || '%' where length(q.root) = 4
        union all
        select q.n, v.word, 4, 'part' from q join experts.vocabulary v on v.stems[1] like '____%' || q.stem where length(q.stem) >= 4)
    select distinct on (f.n, f.word) f.n, f.word, f.kind from f order by f.n, f.word, f.rank
$$;

-- Words that are spelled nearly like it, or have a part that is; the likest first.
create or replace function experts.near_words(p_word text) returns setof text language sql stable set pg_trgm.word_similarity_threshold = 0.35 as $$
    select v.word from experts.vocabulary v where v.word %> p_word order by word_similarity(p_word, v.word) desc, v.word limit 200
$$;
