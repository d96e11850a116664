"""The functions through which alone answers come in and out, and what the tables refuse to anybody.

They run with the rights of the tables' owner. The application's role has none on `spent` and `waiting`, and cannot
write answers: see `config/grants.py` and `docs/decisions/0020-anonymous-answers.md`.
"""

from django.db import migrations

# A day that is asked for may be yesterday, never far ahead of the server's clock: who lies about it opens nothing.
LATEST = "LEAST(p_today, current_date + 1)"
HEAD = "LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$"
HASH = "encode(sha256(convert_to('link:' || p_token, 'UTF8')), 'hex')"

FORWARD = f"""
CREATE FUNCTION questionnaires_is_spent(p_token text) RETURNS boolean {HEAD}
BEGIN
    -- Takes the token, not its hash: only whoever holds the link can ask.
    RETURN EXISTS (
        SELECT 1 FROM questionnaires_link link
        JOIN questionnaires_spent spent ON spent.invitation_id = link.invitation_id
        WHERE link.token_hash = {HASH}
    );
END $$;

CREATE FUNCTION questionnaires_send(p_token text, p_today date, p_waiting bytea, p_open jsonb)
RETURNS text {HEAD}
DECLARE
    held record;
BEGIN
    SELECT link.group_id, link.invitation_id, own.is_open, round.state, round.closes_on INTO held
    FROM questionnaires_link link
    JOIN questionnaires_group own ON own.id = link.group_id
    JOIN questionnaires_round round ON round.id = own.round_id
    WHERE link.token_hash = {HASH}
    FOR SHARE OF round;
    IF NOT FOUND THEN
        RETURN 'unknown';
    ELSIF held.state <> 'open' OR held.closes_on < {LATEST} OR held.invitation_id IS NULL THEN
        RETURN 'closed';
    END IF;
    INSERT INTO questionnaires_spent (invitation_id) VALUES (held.invitation_id) ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
        RETURN 'spent';
    END IF;
    IF held.is_open AND p_open IS NULL THEN
        RETURN 'sent';  -- Declined: an open answer is given by nobody who does not want to.
    ELSIF held.is_open THEN
        INSERT INTO questionnaires_openanswer (group_id, name, content)
        SELECT held.group_id, invited.name, p_open FROM questionnaires_invitation invited
        WHERE invited.id = held.invitation_id;
    ELSE
        INSERT INTO questionnaires_waiting (key, group_id, content)
        VALUES (gen_random_uuid(), held.group_id, p_waiting);
    END IF;
    RETURN 'sent';
END $$;

CREATE FUNCTION questionnaires_unanswered(p_round bigint, p_today date) RETURNS SETOF bigint {HEAD}
BEGIN
    -- Asking is reminding: at most three times and three days apart, so that nobody can watch answers come in.
    UPDATE questionnaires_round SET reminded_on = {LATEST}, reminder_count = reminder_count + 1
    WHERE id = p_round AND state = 'open' AND closes_on >= {LATEST} AND reminder_count < 3
        AND {LATEST} - GREATEST(sent_on, COALESCE(reminded_on, sent_on)) >= 3;
    IF FOUND THEN
        RETURN QUERY
            SELECT invited.id FROM questionnaires_invitation invited
            JOIN questionnaires_group own ON own.id = invited.group_id
            WHERE own.round_id = p_round
                AND NOT EXISTS (SELECT 1 FROM questionnaires_spent spent WHERE spent.invitation_id = invited.id)
            ORDER BY random();
    END IF;
END $$;

CREATE FUNCTION questionnaires_waiting_of(p_round bigint, p_today date)
RETURNS TABLE (group_id bigint, content bytea) {HEAD}
BEGIN
    RETURN QUERY
        SELECT waiting.group_id, waiting.content FROM questionnaires_waiting waiting
        JOIN questionnaires_group own ON own.id = waiting.group_id
        JOIN questionnaires_round round ON round.id = own.round_id
        WHERE round.id = p_round AND round.state = 'open' AND round.closes_on < {LATEST}
            -- A group below three is never opened.
            AND 3 <= (SELECT count(*) FROM questionnaires_waiting other WHERE other.group_id = own.id)
        ORDER BY random();
END $$;

CREATE FUNCTION questionnaires_close(p_round bigint, p_today date, p_answers jsonb) RETURNS boolean {HEAD}
DECLARE
    own record;
    answered integer;
BEGIN
    PERFORM 1 FROM questionnaires_round
    WHERE id = p_round AND state = 'open' AND closes_on < {LATEST} FOR UPDATE;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    FOR own IN SELECT id, is_open FROM questionnaires_group WHERE round_id = p_round LOOP
        IF own.is_open THEN
            UPDATE questionnaires_group SET answered_count =
                (SELECT count(*) FROM questionnaires_openanswer WHERE group_id = own.id) WHERE id = own.id;
        ELSE
            SELECT count(*) INTO answered FROM questionnaires_waiting WHERE group_id = own.id;
            IF answered >= 3 THEN
                IF answered <> jsonb_array_length(COALESCE(p_answers -> own.id::text, '[]')) THEN
                    RAISE EXCEPTION 'answers of group % do not match what waits', own.id;
                END IF;
                -- One statement, in an order drawn by lot: one transaction number and no order of arrival.
                INSERT INTO questionnaires_answer (key, group_id, content)
                SELECT gen_random_uuid(), own.id, value
                FROM jsonb_array_elements(p_answers -> own.id::text) ORDER BY random();
                UPDATE questionnaires_group SET answered_count = answered WHERE id = own.id;
            END IF;
            DELETE FROM questionnaires_waiting WHERE group_id = own.id;
        END IF;
        DELETE FROM questionnaires_draft WHERE group_id = own.id;
        DELETE FROM questionnaires_spent WHERE invitation_id IN
            (SELECT id FROM questionnaires_invitation WHERE group_id = own.id);
        UPDATE questionnaires_link SET invitation_id = NULL WHERE group_id = own.id;
        DELETE FROM questionnaires_invitation WHERE group_id = own.id;
    END LOOP;
    UPDATE questionnaires_round SET state = 'closed' WHERE id = p_round;
    RETURN true;
END $$;

CREATE FUNCTION questionnaires_only_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.state = 'closed' OR (OLD.state = 'open' AND NEW.state = 'preparing')
        OR (OLD.state <> 'preparing' AND (NEW.sent_on, NEW.subject_key, NEW.unit_id)
            IS DISTINCT FROM (OLD.sent_on, OLD.subject_key, OLD.unit_id))) THEN
        RAISE EXCEPTION 'a round that was sent or closed stays so' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER questionnaires_only_forward BEFORE UPDATE ON questionnaires_round
    FOR EACH ROW EXECUTE FUNCTION questionnaires_only_forward();

CREATE FUNCTION questionnaires_group_is_settled() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    stands text;
BEGIN
    IF TG_TABLE_NAME = 'questionnaires_invitation' THEN
        SELECT round.state INTO stands FROM questionnaires_group own
        JOIN questionnaires_round round ON round.id = own.round_id WHERE own.id = NEW.group_id;
    ELSE
        SELECT state INTO stands FROM questionnaires_round WHERE id = NEW.round_id;
    END IF;
    IF stands <> 'preparing' THEN
        RAISE EXCEPTION 'who is asked is settled when a round is sent' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER questionnaires_group_is_settled BEFORE INSERT ON questionnaires_invitation
    FOR EACH ROW EXECUTE FUNCTION questionnaires_group_is_settled();
CREATE TRIGGER questionnaires_invited_stays BEFORE UPDATE OF group_id, name, email ON questionnaires_invitation
    FOR EACH ROW EXECUTE FUNCTION questionnaires_group_is_settled();
CREATE TRIGGER questionnaires_group_is_settled BEFORE INSERT ON questionnaires_group
    FOR EACH ROW EXECUTE FUNCTION questionnaires_group_is_settled();
CREATE TRIGGER questionnaires_counted_stays BEFORE UPDATE OF round_id, is_open, invited_count, instrument_key
    ON questionnaires_group FOR EACH ROW EXECUTE FUNCTION questionnaires_group_is_settled();
"""

BACKWARD = """
DROP TRIGGER questionnaires_only_forward ON questionnaires_round;
DROP TRIGGER questionnaires_group_is_settled ON questionnaires_invitation;
DROP TRIGGER questionnaires_invited_stays ON questionnaires_invitation;
DROP TRIGGER questionnaires_group_is_settled ON questionnaires_group;
DROP TRIGGER questionnaires_counted_stays ON questionnaires_group;
DROP FUNCTION questionnaires_only_forward();
DROP FUNCTION questionnaires_group_is_settled();
DROP FUNCTION questionnaires_close(bigint, date, jsonb);
DROP FUNCTION questionnaires_waiting_of(bigint, date);
DROP FUNCTION questionnaires_unanswered(bigint, date);
DROP FUNCTION questionnaires_send(text, date, bytea, jsonb);
DROP FUNCTION questionnaires_is_spent(text);
"""


class Migration(migrations.Migration):
    dependencies = [("questionnaires", "0001_rounds")]

    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
