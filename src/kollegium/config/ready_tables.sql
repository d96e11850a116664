-- PostgreSQL 18
-- Made by `python tools/ready_tables.py` from these migrations; do not edit by hand.
-- holds organisations.0001_initial
-- holds accounts.0001_initial
-- holds account.0001_initial
-- holds account.0002_email_max_length
-- holds account.0003_alter_emailaddress_create_unique_verified_email
-- holds account.0004_alter_emailaddress_drop_unique_email
-- holds account.0005_emailaddress_idx_upper_email
-- holds account.0006_emailaddress_lower
-- holds account.0007_emailaddress_idx_email
-- holds account.0008_emailaddress_unique_primary_email_fixup
-- holds account.0009_emailaddress_unique_primary_email
-- holds organisations.0002_merges
-- holds organisations.0003_hsa_ids
-- holds accounts.0002_erased_people
-- holds accounts.0005_end_reasons
-- holds accounts.0006_invitations
-- holds accounts.0007_second_factor
-- holds accounts.0008_deputies
-- holds accounts.0009_hats_and_new_email
-- holds accounts.0010_people_imports
-- holds accounts.0011_lists_of_people
-- holds accounts.0012_role_proposals
-- holds accounts.0013_merged_people
-- holds accounts.0014_looks
-- holds accounts.0015_people_by_name
-- holds reviews.0001_initial
-- holds reviews.0002_action_progress
-- holds reviews.0003_publication_listing
-- holds reviews.0004_undone_by_due_date
-- holds reviews.0005_reviews_with_words
-- holds reviews.0006_changes_by_time
-- holds reviews.0007_cases_in_progress
-- holds reviews.0008_judging
-- holds files.0001_initial
-- holds files.0002_tracked_files
-- holds reviews.0009_case_material
-- holds reviews.0010_notes_and_evidence
-- holds reviews.0011_offline_copies
-- holds reviews.0013_fact_checks
-- holds reviews.0014_calibration
-- holds reviews.0015_in_progress
-- holds reviews.0020_days_of_material
-- holds reviews.0021_records
-- holds reviews.0022_calibration_answers
-- holds reviews.0023_reconsideration
-- holds reviews.0024_feedback
-- holds reviews.0025_corrections
-- holds reviews.0026_evidence_versions
-- holds reviews.0027_exports_of_open_cases
-- holds reviews.0028_plan_corrections
-- holds reviews.0029_no_words_in_progress
-- holds action_plans.0001_evidence
-- holds action_plans.0002_watching
-- holds action_plans.0003_plans
-- holds action_plans.0004_plan_item_done
-- holds contenttypes.0001_initial
-- holds contenttypes.0002_remove_content_type_name
-- holds auth.0001_initial
-- holds auth.0002_alter_permission_name_max_length
-- holds auth.0003_alter_user_email_max_length
-- holds auth.0004_alter_user_username_opts
-- holds auth.0005_alter_user_last_login_null
-- holds auth.0006_require_contenttypes_0002
-- holds auth.0007_alter_validators_add_error_messages
-- holds auth.0008_alter_user_username_max_length
-- holds auth.0009_alter_user_last_name_max_length
-- holds auth.0010_alter_group_name_max_length
-- holds auth.0011_update_proxy_permissions
-- holds auth.0012_alter_user_first_name_max_length
-- holds mfa.0001_initial
-- holds mfa.0002_authenticator_timestamps
-- holds mfa.0003_authenticator_type_uniq
-- holds notifications.0001_reminders
-- holds pghistory.0001_initial
-- holds pghistory.0002_aggregateevent
-- holds pghistory.0003_auto_20201023_1636
-- holds pghistory.0004_auto_20220906_1625
-- holds pghistory.0005_events_middlewareevents
-- holds pghistory.0006_delete_aggregateevent
-- holds pghistory.0007_auto_20250421_0444
-- holds planning.0001_orders
-- holds planning.0002_pool
-- holds planning.0003_campaigns
-- holds planning.0004_visit_schedule
-- holds procrastinate.0001_initial
-- holds procrastinate.0002_drop_started_at_column
-- holds procrastinate.0003_drop_started_at_column
-- holds procrastinate.0004_drop_procrastinate_version_table
-- holds procrastinate.0005_fix_procrastinate_fetch_job
-- holds procrastinate.0006_fix_trigger_status_events_insert
-- holds procrastinate.0007_add_queueing_lock_column
-- holds procrastinate.0008_close_fetch_job_race_condition
-- holds procrastinate.0009_add_defer_job_function
-- holds procrastinate.0010_add_procrastinate_periodic_defers
-- holds procrastinate.0011_add_foreign_key_index
-- holds procrastinate.0012_add_locks_to_periodic_defer
-- holds procrastinate.0013_fix_procrastinate_defer_periodic_job
-- holds procrastinate.0014_add_finish_job_and_retry_job_functions
-- holds procrastinate.0015_add_trigger_on_job_deletion
-- holds procrastinate.0016_delete_finished_jobs
-- holds procrastinate.0017_add_checks_to_finish_job
-- holds procrastinate.0018_add_checks_to_retry_job
-- holds procrastinate.0019_fix_finish_job_compat_issue
-- holds procrastinate.0020_add_index_on_procrastinate_jobs
-- holds procrastinate.0021_add_kwargs_to_defer_periodic_job
-- holds procrastinate.0022_null_locks_excluded
-- holds procrastinate.0023_remove_old_finish_job_function
-- holds procrastinate.0024_job_id_bigint
-- holds procrastinate.0025_add_models
-- holds procrastinate.0026_add_job_priority
-- holds procrastinate.0027_add_periodic_job_priority
-- holds procrastinate.0028_add_cancel_states
-- holds procrastinate.0029_add_additional_params_to_retry_job
-- holds procrastinate.0030_alter_procrastinateevent_options
-- holds procrastinate.0031_add_indexes_for_fetch_job
-- holds procrastinate.0032_pre_cancel_notification
-- holds procrastinate.0033_post_cancel_notification
-- holds procrastinate.0034_pre_add_heartbeat
-- holds procrastinate.0035_post_add_heartbeat
-- holds procrastinate.0036_add_worker_model
-- holds procrastinate.0037_pre_batch_defer_jobs
-- holds procrastinate.0038_post_batch_defer_jobs
-- holds procrastinate.0039_pre_priority_lock_fetch_job
-- holds procrastinate.0040_pre_retry_failed_job
-- holds procrastinate.0041_post_retry_failed_job
-- holds questionnaires.0001_rounds
-- holds questionnaires.0002_functions
-- holds report_import.0001_initial
-- holds report_import.0002_one_proposal_per_file
-- holds reviews.0030_grade_after_plan
-- holds sessions.0001_initial
-- holds trail.0001_seals_and_readings

CREATE TYPE public.procrastinate_job_event_type AS ENUM (
    'deferred',
    'started',
    'deferred_for_retry',
    'failed',
    'succeeded',
    'cancelled',
    'abort_requested',
    'aborted',
    'scheduled',
    'retried'
);

CREATE TYPE public.procrastinate_job_status AS ENUM (
    'todo',
    'doing',
    'succeeded',
    'failed',
    'cancelled',
    'aborting',
    'aborted'
);

CREATE TYPE public.procrastinate_job_to_defer_v1 AS (
	queue_name character varying,
	task_name character varying,
	priority integer,
	lock text,
	queueing_lock text,
	args jsonb,
	scheduled_at timestamp with time zone
);

CREATE FUNCTION public._pgh_attach_context() RETURNS uuid
    LANGUAGE plpgsql
    AS $$
                    DECLARE
                        _pgh_context_id UUID;
                        _pgh_context_metadata JSONB;
                    BEGIN
                        BEGIN
                            SELECT INTO _pgh_context_id
                                CURRENT_SETTING('pghistory.context_id');
                            SELECT INTO _pgh_context_metadata
                                CURRENT_SETTING('pghistory.context_metadata');
                            EXCEPTION WHEN OTHERS THEN
                        END;
                        IF _pgh_context_id IS NOT NULL AND _pgh_context_metadata IS NOT NULL THEN
                            INSERT INTO pghistory_context (id, metadata, created_at, updated_at)
                                VALUES (_pgh_context_id, _pgh_context_metadata, NOW(), NOW())
                                ON CONFLICT (id) DO UPDATE
                                    SET metadata = EXCLUDED.metadata,
                                        updated_at = EXCLUDED.updated_at
                                    WHERE pghistory_context.metadata != EXCLUDED.metadata;
                            RETURN _pgh_context_id;
                        ELSE
                            RETURN NULL;
                        END IF;
                    END;
                $$;

CREATE FUNCTION public._pgtrigger_should_ignore(trigger_name name) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
                DECLARE
                    _pgtrigger_ignore TEXT[];
                    _result BOOLEAN;
                BEGIN
                    BEGIN
                        SELECT INTO _pgtrigger_ignore
                            CURRENT_SETTING('pgtrigger.ignore');
                        EXCEPTION WHEN OTHERS THEN
                    END;
                    IF _pgtrigger_ignore IS NOT NULL THEN
                        SELECT trigger_name = ANY(_pgtrigger_ignore)
                        INTO _result;
                        RETURN _result;
                    ELSE
                        RETURN FALSE;
                    END IF;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_0aff3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_actionprogressevent" ("id", "item_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "state") VALUES (NEW."id", NEW."item_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."state"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_12fcc() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_reviewpartevent" ("id", "key", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "review_id") VALUES (NEW."id", NEW."key", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."position", NEW."review_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_17491() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_publicationevent" ("choices", "content", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "review_id", "withdrawal_reason", "withdrawn_at", "withdrawn_by_id") VALUES (NEW."choices", NEW."content", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."published_at", NEW."published_by_id", NEW."review_id", NEW."withdrawal_reason", NEW."withdrawn_at", NEW."withdrawn_by_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_1ab06() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "planning_slotreviewerevent" ("id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slot_id") VALUES (NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."slot_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_1bcda() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "organisations_earliernameevent" ("id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sort_key", "unit_id", "used_until") VALUES (NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."sort_key", NEW."unit_id", NEW."used_until"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_1c968() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_roleproposalevent" ("care_provider_id", "decided_at", "decided_by_id", "hsa_id", "id", "outcome", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "reason", "role", "said", "unit_id") VALUES (NEW."care_provider_id", NEW."decided_at", NEW."decided_by_id", NEW."hsa_id", NEW."id", NEW."outcome", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."proposed_at", NEW."reason", NEW."role", NEW."said", NEW."unit_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_24a28() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_invitationevent" ("accepted_at", "accepted_by_id", "care_provider_id", "created_at", "email", "expires_at", "id", "invited_by_id", "language", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region_id", "role", "sent_at", "specialty_id", "undelivered_at", "unit_id", "valid_from", "valid_until", "withdrawn_at") VALUES (NEW."accepted_at", NEW."accepted_by_id", NEW."care_provider_id", NEW."created_at", NEW."email", NEW."expires_at", NEW."id", NEW."invited_by_id", NEW."language", NEW."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."region_id", NEW."role", NEW."sent_at", NEW."specialty_id", NEW."undelivered_at", NEW."unit_id", NEW."valid_from", NEW."valid_until", NEW."withdrawn_at"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_269ca() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_reconsideredareaevent" ("area_key", "grade_id", "id", "part_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reconsideration_id") VALUES (NEW."area_key", NEW."grade_id", NEW."id", NEW."part_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."reconsideration_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_26d0f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_reviewfeedbackevent" ("answers", "form_key", "given_at", "given_by_id", "id", "is_shared", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "version") VALUES (NEW."answers", NEW."form_key", NEW."given_at", NEW."given_by_id", NEW."id", NEW."is_shared", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."review_id", NEW."version"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_32d89() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_areadoneevent" ("area_key", "done_at", "id", "part_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewer_id") VALUES (NEW."area_key", NEW."done_at", NEW."id", NEW."part_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."reviewer_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_33f71() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "planning_absenceevent" ("first", "id", "last", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."first", NEW."id", NEW."last", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_347b3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "action_plans_plandraftitemevent" ("action", "area_key", "criterion_key", "due_on", "evidence", "follow_up_on", "follow_up_responsible", "id", "is_done", "item_id", "part_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "responsible", "version") VALUES (NEW."action", NEW."area_key", NEW."criterion_key", NEW."due_on", NEW."evidence", NEW."follow_up_on", NEW."follow_up_responsible", NEW."id", NEW."is_done", NEW."item_id", NEW."part_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."plan_id", NEW."responsible", NEW."version"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_35067() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_casemoveevent" ("from_state", "id", "moved_at", "moved_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "review_id", "step", "to_state") VALUES (NEW."from_state", NEW."id", NEW."moved_at", NEW."moved_by_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."reason", NEW."review_id", NEW."step", NEW."to_state"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_360c5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "planning_reviewerprofileevent" ("country", "id", "most_in_a_year", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seniority", "trained_on", "version") VALUES (NEW."country", NEW."id", NEW."most_in_a_year", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."seniority", NEW."trained_on", NEW."version"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_38962() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_calibrationcommentevent" ("advice", "answer", "answered_at", "answered_by_id", "area_key", "id", "part_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "written_at", "written_by_id") VALUES (NEW."advice", NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."area_key", NEW."id", NEW."part_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."text", NEW."written_at", NEW."written_by_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_38a17() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "action_plans_planextensionevent" ("from_on", "given_at", "given_by_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "reason", "to_on") VALUES (NEW."from_on", NEW."given_at", NEW."given_by_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."plan_id", NEW."reason", NEW."to_on"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_3b937() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_personmergeevent" ("id", "into_id", "merged_at", "merged_by_id", "moved", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "undone_at") VALUES (NEW."id", NEW."into_id", NEW."merged_at", NEW."merged_by_id", NEW."moved", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."reason", NEW."undone_at"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_432d8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_actionplanitemevent" ("action", "area_key", "criterion_key", "due_on", "due_text", "follow_up_on", "follow_up_responsible", "follow_up_text", "id", "part_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "responsible", "state", "version") VALUES (NEW."action", NEW."area_key", NEW."criterion_key", NEW."due_on", NEW."due_text", NEW."follow_up_on", NEW."follow_up_responsible", NEW."follow_up_text", NEW."id", NEW."part_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."position", NEW."responsible", NEW."state", NEW."version"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_4623f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_gradeevent" ("area_key", "decided_by_id", "decided_on", "id", "outcome", "part_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "round", "sequence") VALUES (NEW."area_key", NEW."decided_by_id", NEW."decided_on", NEW."id", NEW."outcome", NEW."part_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."reason", NEW."recorded_at", NEW."round", NEW."sequence"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_48c63() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_materialcommentevent" ("id", "item_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "written_at", "written_by_id") VALUES (NEW."id", NEW."item_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."text", NEW."written_at", NEW."written_by_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_4dad9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "action_plans_itemjudgementevent" ("answers", "id", "is_of_office", "item_id", "item_version", "judged_at", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "version") VALUES (NEW."answers", NEW."id", NEW."is_of_office", NEW."item_id", NEW."item_version", NEW."judged_at", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."reason", NEW."version"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_54d12() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "organisations_specialtyevent" ("association", "closed_on", "group", "id", "key", "kind", "merged_into_id", "name", "name_en", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sort_key", "version") VALUES (NEW."association", NEW."closed_on", NEW."group", NEW."id", NEW."key", NEW."kind", NEW."merged_into_id", NEW."name", NEW."name_en", NEW."parent_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."sort_key", NEW."version"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_57b29() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_materialversionevent" ("handed_in_at", "handed_in_by_id", "id", "item_id", "link", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (NEW."handed_in_at", NEW."handed_in_by_id", NEW."id", NEW."item_id", NEW."link", NEW."number", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."text"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_5c063() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "report_import_importbatchevent" ("created_at", "created_by_id", "created_by_key", "form_key", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."created_at", NEW."created_by_id", NEW."created_by_key", NEW."form_key", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_6208f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_reviewernameevent" ("id", "name", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "review_id") VALUES (NEW."id", NEW."name", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."position", NEW."review_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_64ebe() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_interviewnoteevent" ("author_id", "criteria", "first_text", "heard_at", "id", "interviewed", "key", "part_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "saved_at", "text", "version", "written_at") VALUES (NEW."author_id", NEW."criteria", NEW."first_text", NEW."heard_at", NEW."id", NEW."interviewed", NEW."key", NEW."part_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."removed_at", NEW."saved_at", NEW."text", NEW."version", NEW."written_at"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_64fdd() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_assignmentevent" ("care_provider_id", "end_reason", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region_id", "role", "specialty_id", "unit_id", "valid_from", "valid_until") VALUES (NEW."care_provider_id", NEW."end_reason", NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."region_id", NEW."role", NEW."specialty_id", NEW."unit_id", NEW."valid_from", NEW."valid_until"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_6fbfd() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "files_storedfileevent" ("id", "media_type", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "size", "stored_at") VALUES (NEW."id", NEW."media_type", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."sha256", NEW."size", NEW."stored_at"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_6fe6b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "organisations_careproviderevent" ("closed_on", "hsa_id", "id", "is_private", "merged_into_id", "name", "organisation_number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region_id", "sort_key", "version") VALUES (NEW."closed_on", NEW."hsa_id", NEW."id", NEW."is_private", NEW."merged_into_id", NEW."name", NEW."organisation_number", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."region_id", NEW."sort_key", NEW."version"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_71f56() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_reconsiderationevent" ("asked_at", "asked_by_id", "decided_at", "decided_by_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "review_id") VALUES (NEW."asked_at", NEW."asked_by_id", NEW."decided_at", NEW."decided_by_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."reason", NEW."review_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_72568() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_peopleimportevent" ("confirmed_at", "created_at", "created_by_id", "file_name", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "row_count", "state", "undone_at", "version") VALUES (NEW."confirmed_at", NEW."created_at", NEW."created_by_id", NEW."file_name", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."row_count", NEW."state", NEW."undone_at", NEW."version"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_763ba() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "organisations_unitevent" ("care_provider_id", "closed_on", "hsa_id", "id", "merged_into_id", "name", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region_id", "site", "sort_key", "version") VALUES (NEW."care_provider_id", NEW."closed_on", NEW."hsa_id", NEW."id", NEW."merged_into_id", NEW."name", NEW."parent_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."region_id", NEW."site", NEW."sort_key", NEW."version"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_79aaa() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_accountevent" ("email", "id", "is_active", "is_demo", "new_email", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "second_factor_since") VALUES (NEW."email", NEW."id", NEW."is_active", NEW."is_demo", NEW."new_email", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."second_factor_since"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_7c2c6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "planning_regionallowedevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "specialty_id") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."specialty_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_7c673() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "report_import_importproposalevent" ("batch_id", "chosen_specialty_id", "chosen_unit_id", "created_at", "duplicate_of_id", "file_name", "id", "page_count", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_unit", "refusal_code", "review_id", "state", "stored_file_id", "taken_back_reason", "version") VALUES (NEW."batch_id", NEW."chosen_specialty_id", NEW."chosen_unit_id", NEW."created_at", NEW."duplicate_of_id", NEW."file_name", NEW."id", NEW."page_count", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."read_unit", NEW."refusal_code", NEW."review_id", NEW."state", NEW."stored_file_id", NEW."taken_back_reason", NEW."version"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_81476() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "action_plans_regionrulesevent" ("escalate_after_days", "extra_since", "extra_within_months", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region_id", "version", "wants_extra_review") VALUES (NEW."escalate_after_days", NEW."extra_since", NEW."extra_within_months", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."region_id", NEW."version", NEW."wants_extra_review"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_840fd() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "action_plans_escalationevent" ("due_on", "ended_on", "escalated_on", "id", "item_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."due_on", NEW."ended_on", NEW."escalated_on", NEW."id", NEW."item_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_8494b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "planning_campaigncaseevent" ("campaign_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id") VALUES (NEW."campaign_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."review_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_84c76() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "action_plans_evidenceevent" ("added_at", "added_by_id", "file_id", "file_name", "id", "item_id", "link", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "replaces_id", "text", "title", "withdrawal_reason", "withdrawn_at", "withdrawn_by_id") VALUES (NEW."added_at", NEW."added_by_id", NEW."file_id", NEW."file_name", NEW."id", NEW."item_id", NEW."link", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."replaces_id", NEW."text", NEW."title", NEW."withdrawal_reason", NEW."withdrawn_at", NEW."withdrawn_by_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_94ee9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_verdictevent" ("criterion_key", "id", "note", "outcome", "part_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "reviewer_id", "sequence", "source") VALUES (NEW."criterion_key", NEW."id", NEW."note", NEW."outcome", NEW."part_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."recorded_at", NEW."reviewer_id", NEW."sequence", NEW."source"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_96965() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "planning_campaignevent" ("created_at", "created_by_id", "first", "id", "last", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."created_at", NEW."created_by_id", NEW."first", NEW."id", NEW."last", NEW."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_96c8b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "planning_orderevent" ("contact", "form_key", "id", "kind", "note", "ordered_at", "ordered_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "settled_at", "settled_by_id", "specialty_id", "state", "wished_from", "wished_to") VALUES (NEW."contact", NEW."form_key", NEW."id", NEW."kind", NEW."note", NEW."ordered_at", NEW."ordered_by_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."reason", NEW."settled_at", NEW."settled_by_id", NEW."specialty_id", NEW."state", NEW."wished_from", NEW."wished_to"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_a734d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "organisations_unitspecialtyevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "specialty_id", "unit_id") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."specialty_id", NEW."unit_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_a87ea() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_factcheckevent" ("draft", "due_on", "ended_at", "finished_at", "finished_by_id", "id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "sent_at", "sent_by_id") VALUES (NEW."draft", NEW."due_on", NEW."ended_at", NEW."finished_at", NEW."finished_by_id", NEW."id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."review_id", NEW."sent_at", NEW."sent_by_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_a92cd() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_remarkevent" ("answer", "answered_at", "answered_by_id", "fact_check_id", "id", "kind", "outcome", "part_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quote", "section_key", "start", "text", "version", "written_at", "written_by_id") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."fact_check_id", NEW."id", NEW."kind", NEW."outcome", NEW."part_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."quote", NEW."section_key", NEW."start", NEW."text", NEW."version", NEW."written_at", NEW."written_by_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_adca0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "report_import_proposalreadingevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposal_id", "read_at", "reader_version") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."proposal_id", NEW."read_at", NEW."reader_version"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_af6ab() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_materialfileevent" ("hand_in_id", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "stored_file_id") VALUES (NEW."hand_in_id", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."position", NEW."stored_file_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_b15f3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_materialopeningevent" ("file_id", "id", "opened_at", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."file_id", NEW."id", NEW."opened_at", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_b1c39() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "action_plans_extrareviewevent" ("decided_on", "dismissal_reason", "dismissed_at", "dismissed_by_id", "done_by_id", "due_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id") VALUES (NEW."decided_on", NEW."dismissal_reason", NEW."dismissed_at", NEW."dismissed_by_id", NEW."done_by_id", NEW."due_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."review_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_b53d4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "organisations_regionevent" ("code", "id", "merged_into_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sort_key", "version") VALUES (NEW."code", NEW."id", NEW."merged_into_id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."sort_key", NEW."version"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_b5c84() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "planning_orderunitevent" ("id", "order_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "unit_id") VALUES (NEW."id", NEW."order_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."review_id", NEW."unit_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_bcb9b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_materialitemevent" ("added_at", "added_by_id", "due_on", "guidance", "has_own_day", "id", "item_key", "list_key", "owner_duty", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "removal_reason", "removed_at", "review_id", "status", "status_reason", "title") VALUES (NEW."added_at", NEW."added_by_id", NEW."due_on", NEW."guidance", NEW."has_own_day", NEW."id", NEW."item_key", NEW."list_key", NEW."owner_duty", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."position", NEW."removal_reason", NEW."removed_at", NEW."review_id", NEW."status", NEW."status_reason", NEW."title"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_c1b0d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_summarypointevent" ("heading", "id", "part_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "text") VALUES (NEW."heading", NEW."id", NEW."part_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."position", NEW."text"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_d0ad1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_judgementevent" ("criterion_key", "evidence", "id", "note", "outcome", "part_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewer_id", "saved_at", "version") VALUES (NEW."criterion_key", NEW."evidence", NEW."id", NEW."note", NEW."outcome", NEW."part_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."reviewer_id", NEW."saved_at", NEW."version"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_d5485() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "report_import_fielddecisionevent" ("decided_at", "decided_by_id", "id", "path", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposal_id", "value", "version") VALUES (NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."path", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."proposal_id", NEW."value", NEW."version"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_d5d5f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_caseexportevent" ("files", "id", "language", "made_at", "made_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request", "review_id", "state", "withheld") VALUES (NEW."files", NEW."id", NEW."language", NEW."made_at", NEW."made_by_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."request", NEW."review_id", NEW."state", NEW."withheld"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_d6b65() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "action_plans_planevent" ("due_on", "escalated_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "return_reason", "returned_at", "returned_by_id", "review_id", "sent_at", "sent_by_id", "settled_at", "version") VALUES (NEW."due_on", NEW."escalated_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."return_reason", NEW."returned_at", NEW."returned_by_id", NEW."review_id", NEW."sent_at", NEW."sent_by_id", NEW."settled_at", NEW."version"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_d738f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_correctionevent" ("corrected_on", "id", "key", "made_at", "made_by_id", "part_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "review_id", "what") VALUES (NEW."corrected_on", NEW."id", NEW."key", NEW."made_at", NEW."made_by_id", NEW."part_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."reason", NEW."review_id", NEW."what"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_d7c33() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "planning_visitslotevent" ("day", "ends", "id", "key", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "removed_at", "review_id", "starts", "version", "with_whom") VALUES (NEW."day", NEW."ends", NEW."id", NEW."key", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."place", NEW."removed_at", NEW."review_id", NEW."starts", NEW."version", NEW."with_whom"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_d7cc8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "questionnaires_roundevent" ("closes_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reminded_on", "reminder_count", "sent_on", "state", "subject_key", "unit_id") VALUES (NEW."closes_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."reminded_on", NEW."reminder_count", NEW."sent_on", NEW."state", NEW."subject_key", NEW."unit_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_db9a3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "planning_reviewertieevent" ("care_provider_id", "id", "kind", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "unit_id", "until") VALUES (NEW."care_provider_id", NEW."id", NEW."kind", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."unit_id", NEW."until"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_dc4f6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_personevent" ("email", "erased_at", "hsa_id", "id", "language", "merged_into_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sort_key", "version") VALUES (NEW."email", NEW."erased_at", NEW."hsa_id", NEW."id", NEW."language", NEW."merged_into_id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."sort_key", NEW."version"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_dd5ed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "notifications_mailsettingsevent" ("id", "mail", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quiet_from", "quiet_until", "quiet_weekends") VALUES (NEW."id", NEW."mail", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."quiet_from", NEW."quiet_until", NEW."quiet_weekends"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_eee11() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_teammemberevent" ("appointed_at", "appointed_by_id", "duty", "explanation", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "release_reason", "released_at", "review_id") VALUES (NEW."appointed_at", NEW."appointed_by_id", NEW."duty", NEW."explanation", NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."release_reason", NEW."released_at", NEW."review_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_f2f22() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_reviewevent" ("care_provider_id", "case_number", "created_at", "created_by_id", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_date", "report_date_text", "source", "specialty_id", "standard_key", "state", "taken_back_reason", "unit_id", "version", "visit_from", "visit_text", "visit_to") VALUES (NEW."care_provider_id", NEW."case_number", NEW."created_at", NEW."created_by_id", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."report_date", NEW."report_date_text", NEW."source", NEW."specialty_id", NEW."standard_key", NEW."state", NEW."taken_back_reason", NEW."unit_id", NEW."version", NEW."visit_from", NEW."visit_text", NEW."visit_to"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_f3294() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_deputyshipevent" ("assignment_id", "deputy_id", "id", "is_standing", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "valid_from", "valid_until") VALUES (NEW."assignment_id", NEW."deputy_id", NEW."id", NEW."is_standing", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."reason", NEW."valid_from", NEW."valid_until"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_f865d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_areatextevent" ("area_key", "grade_quote", "id", "narrative", "part_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."area_key", NEW."grade_quote", NEW."id", NEW."narrative", NEW."part_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_added_insert_fb9a2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "report_import_doubtanswerevent" ("answer", "answered_at", "answered_by_id", "doubt_key", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposal_id") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."doubt_key", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'added', NEW."id", NEW."proposal_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_041e4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "planning_orderevent" ("contact", "form_key", "id", "kind", "note", "ordered_at", "ordered_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "settled_at", "settled_by_id", "specialty_id", "state", "wished_from", "wished_to") VALUES (NEW."contact", NEW."form_key", NEW."id", NEW."kind", NEW."note", NEW."ordered_at", NEW."ordered_by_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."reason", NEW."settled_at", NEW."settled_by_id", NEW."specialty_id", NEW."state", NEW."wished_from", NEW."wished_to"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_04c60() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "planning_visitslotevent" ("day", "ends", "id", "key", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "removed_at", "review_id", "starts", "version", "with_whom") VALUES (NEW."day", NEW."ends", NEW."id", NEW."key", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."place", NEW."removed_at", NEW."review_id", NEW."starts", NEW."version", NEW."with_whom"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_0a010() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_publicationevent" ("choices", "content", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "review_id", "withdrawal_reason", "withdrawn_at", "withdrawn_by_id") VALUES (NEW."choices", NEW."content", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."published_at", NEW."published_by_id", NEW."review_id", NEW."withdrawal_reason", NEW."withdrawn_at", NEW."withdrawn_by_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_0b457() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "notifications_mailsettingsevent" ("id", "mail", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quiet_from", "quiet_until", "quiet_weekends") VALUES (NEW."id", NEW."mail", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."quiet_from", NEW."quiet_until", NEW."quiet_weekends"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_0da94() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "report_import_doubtanswerevent" ("answer", "answered_at", "answered_by_id", "doubt_key", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposal_id") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."doubt_key", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."proposal_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_12af5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_materialitemevent" ("added_at", "added_by_id", "due_on", "guidance", "has_own_day", "id", "item_key", "list_key", "owner_duty", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "removal_reason", "removed_at", "review_id", "status", "status_reason", "title") VALUES (NEW."added_at", NEW."added_by_id", NEW."due_on", NEW."guidance", NEW."has_own_day", NEW."id", NEW."item_key", NEW."list_key", NEW."owner_duty", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."position", NEW."removal_reason", NEW."removed_at", NEW."review_id", NEW."status", NEW."status_reason", NEW."title"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_1484a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_invitationevent" ("accepted_at", "accepted_by_id", "care_provider_id", "created_at", "email", "expires_at", "id", "invited_by_id", "language", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region_id", "role", "sent_at", "specialty_id", "undelivered_at", "unit_id", "valid_from", "valid_until", "withdrawn_at") VALUES (NEW."accepted_at", NEW."accepted_by_id", NEW."care_provider_id", NEW."created_at", NEW."email", NEW."expires_at", NEW."id", NEW."invited_by_id", NEW."language", NEW."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."region_id", NEW."role", NEW."sent_at", NEW."specialty_id", NEW."undelivered_at", NEW."unit_id", NEW."valid_from", NEW."valid_until", NEW."withdrawn_at"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_19e13() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_personmergeevent" ("id", "into_id", "merged_at", "merged_by_id", "moved", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "undone_at") VALUES (NEW."id", NEW."into_id", NEW."merged_at", NEW."merged_by_id", NEW."moved", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."reason", NEW."undone_at"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_1b2aa() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "report_import_proposalreadingevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposal_id", "read_at", "reader_version") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."proposal_id", NEW."read_at", NEW."reader_version"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_1e15f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "planning_reviewertieevent" ("care_provider_id", "id", "kind", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "unit_id", "until") VALUES (NEW."care_provider_id", NEW."id", NEW."kind", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."unit_id", NEW."until"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_21d16() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_correctionevent" ("corrected_on", "id", "key", "made_at", "made_by_id", "part_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "review_id", "what") VALUES (NEW."corrected_on", NEW."id", NEW."key", NEW."made_at", NEW."made_by_id", NEW."part_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."reason", NEW."review_id", NEW."what"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_23d07() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_actionplanitemevent" ("action", "area_key", "criterion_key", "due_on", "due_text", "follow_up_on", "follow_up_responsible", "follow_up_text", "id", "part_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "responsible", "state", "version") VALUES (NEW."action", NEW."area_key", NEW."criterion_key", NEW."due_on", NEW."due_text", NEW."follow_up_on", NEW."follow_up_responsible", NEW."follow_up_text", NEW."id", NEW."part_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."position", NEW."responsible", NEW."state", NEW."version"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_3aa68() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "action_plans_planevent" ("due_on", "escalated_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "return_reason", "returned_at", "returned_by_id", "review_id", "sent_at", "sent_by_id", "settled_at", "version") VALUES (NEW."due_on", NEW."escalated_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."return_reason", NEW."returned_at", NEW."returned_by_id", NEW."review_id", NEW."sent_at", NEW."sent_by_id", NEW."settled_at", NEW."version"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_3f85a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "questionnaires_roundevent" ("closes_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reminded_on", "reminder_count", "sent_on", "state", "subject_key", "unit_id") VALUES (NEW."closes_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."reminded_on", NEW."reminder_count", NEW."sent_on", NEW."state", NEW."subject_key", NEW."unit_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_43561() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_reconsiderationevent" ("asked_at", "asked_by_id", "decided_at", "decided_by_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "review_id") VALUES (NEW."asked_at", NEW."asked_by_id", NEW."decided_at", NEW."decided_by_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."reason", NEW."review_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_4577a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "planning_reviewerprofileevent" ("country", "id", "most_in_a_year", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seniority", "trained_on", "version") VALUES (NEW."country", NEW."id", NEW."most_in_a_year", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."seniority", NEW."trained_on", NEW."version"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_46805() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "action_plans_planextensionevent" ("from_on", "given_at", "given_by_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "reason", "to_on") VALUES (NEW."from_on", NEW."given_at", NEW."given_by_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."plan_id", NEW."reason", NEW."to_on"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_4bd16() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_materialversionevent" ("handed_in_at", "handed_in_by_id", "id", "item_id", "link", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (NEW."handed_in_at", NEW."handed_in_by_id", NEW."id", NEW."item_id", NEW."link", NEW."number", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."text"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_5c17f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_materialopeningevent" ("file_id", "id", "opened_at", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."file_id", NEW."id", NEW."opened_at", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_5ccea() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_peopleimportevent" ("confirmed_at", "created_at", "created_by_id", "file_name", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "row_count", "state", "undone_at", "version") VALUES (NEW."confirmed_at", NEW."created_at", NEW."created_by_id", NEW."file_name", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."row_count", NEW."state", NEW."undone_at", NEW."version"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_63960() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "planning_regionallowedevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "specialty_id") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."specialty_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_645d5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_reviewevent" ("care_provider_id", "case_number", "created_at", "created_by_id", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_date", "report_date_text", "source", "specialty_id", "standard_key", "state", "taken_back_reason", "unit_id", "version", "visit_from", "visit_text", "visit_to") VALUES (NEW."care_provider_id", NEW."case_number", NEW."created_at", NEW."created_by_id", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."report_date", NEW."report_date_text", NEW."source", NEW."specialty_id", NEW."standard_key", NEW."state", NEW."taken_back_reason", NEW."unit_id", NEW."version", NEW."visit_from", NEW."visit_text", NEW."visit_to"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_66eb0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "report_import_importbatchevent" ("created_at", "created_by_id", "created_by_key", "form_key", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."created_at", NEW."created_by_id", NEW."created_by_key", NEW."form_key", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_67a65() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_remarkevent" ("answer", "answered_at", "answered_by_id", "fact_check_id", "id", "kind", "outcome", "part_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quote", "section_key", "start", "text", "version", "written_at", "written_by_id") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."fact_check_id", NEW."id", NEW."kind", NEW."outcome", NEW."part_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."quote", NEW."section_key", NEW."start", NEW."text", NEW."version", NEW."written_at", NEW."written_by_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_67af4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "files_storedfileevent" ("id", "media_type", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "size", "stored_at") VALUES (NEW."id", NEW."media_type", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."sha256", NEW."size", NEW."stored_at"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_67bdc() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "planning_slotreviewerevent" ("id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slot_id") VALUES (NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."slot_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_6a4fa() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "report_import_importproposalevent" ("batch_id", "chosen_specialty_id", "chosen_unit_id", "created_at", "duplicate_of_id", "file_name", "id", "page_count", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_unit", "refusal_code", "review_id", "state", "stored_file_id", "taken_back_reason", "version") VALUES (NEW."batch_id", NEW."chosen_specialty_id", NEW."chosen_unit_id", NEW."created_at", NEW."duplicate_of_id", NEW."file_name", NEW."id", NEW."page_count", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."read_unit", NEW."refusal_code", NEW."review_id", NEW."state", NEW."stored_file_id", NEW."taken_back_reason", NEW."version"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_79e61() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "action_plans_plandraftitemevent" ("action", "area_key", "criterion_key", "due_on", "evidence", "follow_up_on", "follow_up_responsible", "id", "is_done", "item_id", "part_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "responsible", "version") VALUES (NEW."action", NEW."area_key", NEW."criterion_key", NEW."due_on", NEW."evidence", NEW."follow_up_on", NEW."follow_up_responsible", NEW."id", NEW."is_done", NEW."item_id", NEW."part_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."plan_id", NEW."responsible", NEW."version"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_7e5a2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_reconsideredareaevent" ("area_key", "grade_id", "id", "part_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reconsideration_id") VALUES (NEW."area_key", NEW."grade_id", NEW."id", NEW."part_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."reconsideration_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_80e02() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_caseexportevent" ("files", "id", "language", "made_at", "made_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request", "review_id", "state", "withheld") VALUES (NEW."files", NEW."id", NEW."language", NEW."made_at", NEW."made_by_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."request", NEW."review_id", NEW."state", NEW."withheld"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_813a0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "report_import_fielddecisionevent" ("decided_at", "decided_by_id", "id", "path", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposal_id", "value", "version") VALUES (NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."path", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."proposal_id", NEW."value", NEW."version"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_83d3a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_gradeevent" ("area_key", "decided_by_id", "decided_on", "id", "outcome", "part_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "round", "sequence") VALUES (NEW."area_key", NEW."decided_by_id", NEW."decided_on", NEW."id", NEW."outcome", NEW."part_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."reason", NEW."recorded_at", NEW."round", NEW."sequence"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_87a6e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "organisations_unitspecialtyevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "specialty_id", "unit_id") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."specialty_id", NEW."unit_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_8f7ae() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "organisations_careproviderevent" ("closed_on", "hsa_id", "id", "is_private", "merged_into_id", "name", "organisation_number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region_id", "sort_key", "version") VALUES (NEW."closed_on", NEW."hsa_id", NEW."id", NEW."is_private", NEW."merged_into_id", NEW."name", NEW."organisation_number", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."region_id", NEW."sort_key", NEW."version"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_91fa1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_reviewernameevent" ("id", "name", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "review_id") VALUES (NEW."id", NEW."name", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."position", NEW."review_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_93b43() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_casemoveevent" ("from_state", "id", "moved_at", "moved_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "review_id", "step", "to_state") VALUES (NEW."from_state", NEW."id", NEW."moved_at", NEW."moved_by_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."reason", NEW."review_id", NEW."step", NEW."to_state"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_9536e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_roleproposalevent" ("care_provider_id", "decided_at", "decided_by_id", "hsa_id", "id", "outcome", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "reason", "role", "said", "unit_id") VALUES (NEW."care_provider_id", NEW."decided_at", NEW."decided_by_id", NEW."hsa_id", NEW."id", NEW."outcome", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."proposed_at", NEW."reason", NEW."role", NEW."said", NEW."unit_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_999b8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "action_plans_extrareviewevent" ("decided_on", "dismissal_reason", "dismissed_at", "dismissed_by_id", "done_by_id", "due_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id") VALUES (NEW."decided_on", NEW."dismissal_reason", NEW."dismissed_at", NEW."dismissed_by_id", NEW."done_by_id", NEW."due_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."review_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_99bec() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_deputyshipevent" ("assignment_id", "deputy_id", "id", "is_standing", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "valid_from", "valid_until") VALUES (NEW."assignment_id", NEW."deputy_id", NEW."id", NEW."is_standing", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."reason", NEW."valid_from", NEW."valid_until"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_9c22b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_reviewfeedbackevent" ("answers", "form_key", "given_at", "given_by_id", "id", "is_shared", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "version") VALUES (NEW."answers", NEW."form_key", NEW."given_at", NEW."given_by_id", NEW."id", NEW."is_shared", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."review_id", NEW."version"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_a8a74() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "planning_campaigncaseevent" ("campaign_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id") VALUES (NEW."campaign_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."review_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_a99a3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "planning_absenceevent" ("first", "id", "last", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."first", NEW."id", NEW."last", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_ab9f5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "organisations_specialtyevent" ("association", "closed_on", "group", "id", "key", "kind", "merged_into_id", "name", "name_en", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sort_key", "version") VALUES (NEW."association", NEW."closed_on", NEW."group", NEW."id", NEW."key", NEW."kind", NEW."merged_into_id", NEW."name", NEW."name_en", NEW."parent_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."sort_key", NEW."version"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_af66c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "action_plans_escalationevent" ("due_on", "ended_on", "escalated_on", "id", "item_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."due_on", NEW."ended_on", NEW."escalated_on", NEW."id", NEW."item_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_b41a7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_assignmentevent" ("care_provider_id", "end_reason", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region_id", "role", "specialty_id", "unit_id", "valid_from", "valid_until") VALUES (NEW."care_provider_id", NEW."end_reason", NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."region_id", NEW."role", NEW."specialty_id", NEW."unit_id", NEW."valid_from", NEW."valid_until"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_b65fe() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_areadoneevent" ("area_key", "done_at", "id", "part_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewer_id") VALUES (NEW."area_key", NEW."done_at", NEW."id", NEW."part_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."reviewer_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_b9bfa() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "planning_orderunitevent" ("id", "order_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "unit_id") VALUES (NEW."id", NEW."order_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."review_id", NEW."unit_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_cd02a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_interviewnoteevent" ("author_id", "criteria", "first_text", "heard_at", "id", "interviewed", "key", "part_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "saved_at", "text", "version", "written_at") VALUES (NEW."author_id", NEW."criteria", NEW."first_text", NEW."heard_at", NEW."id", NEW."interviewed", NEW."key", NEW."part_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."removed_at", NEW."saved_at", NEW."text", NEW."version", NEW."written_at"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_d3a50() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "action_plans_regionrulesevent" ("escalate_after_days", "extra_since", "extra_within_months", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region_id", "version", "wants_extra_review") VALUES (NEW."escalate_after_days", NEW."extra_since", NEW."extra_within_months", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."region_id", NEW."version", NEW."wants_extra_review"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_d42a5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_factcheckevent" ("draft", "due_on", "ended_at", "finished_at", "finished_by_id", "id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "sent_at", "sent_by_id") VALUES (NEW."draft", NEW."due_on", NEW."ended_at", NEW."finished_at", NEW."finished_by_id", NEW."id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."review_id", NEW."sent_at", NEW."sent_by_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_d4975() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_personevent" ("email", "erased_at", "hsa_id", "id", "language", "merged_into_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sort_key", "version") VALUES (NEW."email", NEW."erased_at", NEW."hsa_id", NEW."id", NEW."language", NEW."merged_into_id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."sort_key", NEW."version"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_d52bf() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "organisations_regionevent" ("code", "id", "merged_into_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sort_key", "version") VALUES (NEW."code", NEW."id", NEW."merged_into_id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."sort_key", NEW."version"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_da87c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_verdictevent" ("criterion_key", "id", "note", "outcome", "part_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "reviewer_id", "sequence", "source") VALUES (NEW."criterion_key", NEW."id", NEW."note", NEW."outcome", NEW."part_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."recorded_at", NEW."reviewer_id", NEW."sequence", NEW."source"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_dbd9d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "organisations_earliernameevent" ("id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sort_key", "unit_id", "used_until") VALUES (NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."sort_key", NEW."unit_id", NEW."used_until"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_dc02a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "action_plans_evidenceevent" ("added_at", "added_by_id", "file_id", "file_name", "id", "item_id", "link", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "replaces_id", "text", "title", "withdrawal_reason", "withdrawn_at", "withdrawn_by_id") VALUES (NEW."added_at", NEW."added_by_id", NEW."file_id", NEW."file_name", NEW."id", NEW."item_id", NEW."link", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."replaces_id", NEW."text", NEW."title", NEW."withdrawal_reason", NEW."withdrawn_at", NEW."withdrawn_by_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_de82f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "action_plans_itemjudgementevent" ("answers", "id", "is_of_office", "item_id", "item_version", "judged_at", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "version") VALUES (NEW."answers", NEW."id", NEW."is_of_office", NEW."item_id", NEW."item_version", NEW."judged_at", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."reason", NEW."version"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_dfb00() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_accountevent" ("email", "id", "is_active", "is_demo", "new_email", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "second_factor_since") VALUES (NEW."email", NEW."id", NEW."is_active", NEW."is_demo", NEW."new_email", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."second_factor_since"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_e529e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_calibrationcommentevent" ("advice", "answer", "answered_at", "answered_by_id", "area_key", "id", "part_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "written_at", "written_by_id") VALUES (NEW."advice", NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."area_key", NEW."id", NEW."part_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."text", NEW."written_at", NEW."written_by_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_e7a2b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_materialcommentevent" ("id", "item_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "written_at", "written_by_id") VALUES (NEW."id", NEW."item_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."text", NEW."written_at", NEW."written_by_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_eaf34() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_materialfileevent" ("hand_in_id", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "stored_file_id") VALUES (NEW."hand_in_id", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."position", NEW."stored_file_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_eb4d3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "organisations_unitevent" ("care_provider_id", "closed_on", "hsa_id", "id", "merged_into_id", "name", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region_id", "site", "sort_key", "version") VALUES (NEW."care_provider_id", NEW."closed_on", NEW."hsa_id", NEW."id", NEW."merged_into_id", NEW."name", NEW."parent_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."region_id", NEW."site", NEW."sort_key", NEW."version"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_f0a55() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_reviewpartevent" ("id", "key", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "review_id") VALUES (NEW."id", NEW."key", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."position", NEW."review_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_f331d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_summarypointevent" ("heading", "id", "part_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "text") VALUES (NEW."heading", NEW."id", NEW."part_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."position", NEW."text"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_f6b82() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_areatextevent" ("area_key", "grade_quote", "id", "narrative", "part_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."area_key", NEW."grade_quote", NEW."id", NEW."narrative", NEW."part_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_f76ce() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "planning_campaignevent" ("created_at", "created_by_id", "first", "id", "last", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."created_at", NEW."created_by_id", NEW."first", NEW."id", NEW."last", NEW."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_f8290() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_judgementevent" ("criterion_key", "evidence", "id", "note", "outcome", "part_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewer_id", "saved_at", "version") VALUES (NEW."criterion_key", NEW."evidence", NEW."id", NEW."note", NEW."outcome", NEW."part_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."reviewer_id", NEW."saved_at", NEW."version"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_fb055() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_actionprogressevent" ("id", "item_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "state") VALUES (NEW."id", NEW."item_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."state"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_changed_update_fb5d6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_teammemberevent" ("appointed_at", "appointed_by_id", "duty", "explanation", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "release_reason", "released_at", "review_id") VALUES (NEW."appointed_at", NEW."appointed_by_id", NEW."duty", NEW."explanation", NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'changed', NEW."id", NEW."release_reason", NEW."released_at", NEW."review_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_evidence_added_6b9bb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
IF EXISTS (
    SELECT FROM unnest(NEW.evidence) AS reference
    WHERE reference LIKE 'material:%' AND NOT EXISTS (
        SELECT FROM reviews_reviewpart part
        JOIN reviews_materialitem item ON item.review_id = part.review_id
        LEFT JOIN reviews_materialversion version ON version.item_id = item.id
        WHERE part.id = NEW.part_id AND reference IN (
            'material:' || item.id, 'material:' || item.id || '/0', 'material:' || item.id || '/' || version.number
        )
    )
) THEN
    RAISE EXCEPTION 'a verdict rests on material that its case has not, or not in that version'
        USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'judgement_evidence_known';
END IF;
RETURN NULL;

                END;
            $$;

CREATE FUNCTION public.pgtrigger_evidence_changed_6af58() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
IF EXISTS (
    SELECT FROM unnest(NEW.evidence) AS reference
    WHERE reference LIKE 'material:%' AND NOT EXISTS (
        SELECT FROM reviews_reviewpart part
        JOIN reviews_materialitem item ON item.review_id = part.review_id
        LEFT JOIN reviews_materialversion version ON version.item_id = item.id
        WHERE part.id = NEW.part_id AND reference IN (
            'material:' || item.id, 'material:' || item.id || '/0', 'material:' || item.id || '/' || version.number
        )
    )
) THEN
    RAISE EXCEPTION 'a verdict rests on material that its case has not, or not in that version'
        USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'judgement_evidence_known';
END IF;
RETURN NULL;

                END;
            $$;

CREATE FUNCTION public.pgtrigger_number_stays_e5d8f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_014b0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_reconsideredareaevent" ("area_key", "grade_id", "id", "part_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reconsideration_id") VALUES (OLD."area_key", OLD."grade_id", OLD."id", OLD."part_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."reconsideration_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_02cc0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_remarkevent" ("answer", "answered_at", "answered_by_id", "fact_check_id", "id", "kind", "outcome", "part_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quote", "section_key", "start", "text", "version", "written_at", "written_by_id") VALUES (OLD."answer", OLD."answered_at", OLD."answered_by_id", OLD."fact_check_id", OLD."id", OLD."kind", OLD."outcome", OLD."part_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."quote", OLD."section_key", OLD."start", OLD."text", OLD."version", OLD."written_at", OLD."written_by_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_0350a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "notifications_mailsettingsevent" ("id", "mail", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quiet_from", "quiet_until", "quiet_weekends") VALUES (OLD."id", OLD."mail", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."quiet_from", OLD."quiet_until", OLD."quiet_weekends"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_04aff() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_assignmentevent" ("care_provider_id", "end_reason", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region_id", "role", "specialty_id", "unit_id", "valid_from", "valid_until") VALUES (OLD."care_provider_id", OLD."end_reason", OLD."id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."region_id", OLD."role", OLD."specialty_id", OLD."unit_id", OLD."valid_from", OLD."valid_until"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_08970() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_invitationevent" ("accepted_at", "accepted_by_id", "care_provider_id", "created_at", "email", "expires_at", "id", "invited_by_id", "language", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region_id", "role", "sent_at", "specialty_id", "undelivered_at", "unit_id", "valid_from", "valid_until", "withdrawn_at") VALUES (OLD."accepted_at", OLD."accepted_by_id", OLD."care_provider_id", OLD."created_at", OLD."email", OLD."expires_at", OLD."id", OLD."invited_by_id", OLD."language", OLD."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."region_id", OLD."role", OLD."sent_at", OLD."specialty_id", OLD."undelivered_at", OLD."unit_id", OLD."valid_from", OLD."valid_until", OLD."withdrawn_at"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_18128() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_teammemberevent" ("appointed_at", "appointed_by_id", "duty", "explanation", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "release_reason", "released_at", "review_id") VALUES (OLD."appointed_at", OLD."appointed_by_id", OLD."duty", OLD."explanation", OLD."id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."release_reason", OLD."released_at", OLD."review_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_19a91() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_actionprogressevent" ("id", "item_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "state") VALUES (OLD."id", OLD."item_id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."state"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_20c1d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "planning_slotreviewerevent" ("id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slot_id") VALUES (OLD."id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."slot_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_2101b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "report_import_proposalreadingevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposal_id", "read_at", "reader_version") VALUES (OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."proposal_id", OLD."read_at", OLD."reader_version"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_278a4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "report_import_importbatchevent" ("created_at", "created_by_id", "created_by_key", "form_key", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."created_at", OLD."created_by_id", OLD."created_by_key", OLD."form_key", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_29934() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_areatextevent" ("area_key", "grade_quote", "id", "narrative", "part_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."area_key", OLD."grade_quote", OLD."id", OLD."narrative", OLD."part_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_373b5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_reviewpartevent" ("id", "key", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "review_id") VALUES (OLD."id", OLD."key", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."position", OLD."review_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_40b7d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_correctionevent" ("corrected_on", "id", "key", "made_at", "made_by_id", "part_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "review_id", "what") VALUES (OLD."corrected_on", OLD."id", OLD."key", OLD."made_at", OLD."made_by_id", OLD."part_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."reason", OLD."review_id", OLD."what"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_40bb2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "questionnaires_roundevent" ("closes_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reminded_on", "reminder_count", "sent_on", "state", "subject_key", "unit_id") VALUES (OLD."closes_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."reminded_on", OLD."reminder_count", OLD."sent_on", OLD."state", OLD."subject_key", OLD."unit_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_482fb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_materialitemevent" ("added_at", "added_by_id", "due_on", "guidance", "has_own_day", "id", "item_key", "list_key", "owner_duty", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "removal_reason", "removed_at", "review_id", "status", "status_reason", "title") VALUES (OLD."added_at", OLD."added_by_id", OLD."due_on", OLD."guidance", OLD."has_own_day", OLD."id", OLD."item_key", OLD."list_key", OLD."owner_duty", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."position", OLD."removal_reason", OLD."removed_at", OLD."review_id", OLD."status", OLD."status_reason", OLD."title"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_498df() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "planning_reviewerprofileevent" ("country", "id", "most_in_a_year", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seniority", "trained_on", "version") VALUES (OLD."country", OLD."id", OLD."most_in_a_year", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."seniority", OLD."trained_on", OLD."version"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_51437() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_actionplanitemevent" ("action", "area_key", "criterion_key", "due_on", "due_text", "follow_up_on", "follow_up_responsible", "follow_up_text", "id", "part_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "responsible", "state", "version") VALUES (OLD."action", OLD."area_key", OLD."criterion_key", OLD."due_on", OLD."due_text", OLD."follow_up_on", OLD."follow_up_responsible", OLD."follow_up_text", OLD."id", OLD."part_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."position", OLD."responsible", OLD."state", OLD."version"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_57fe2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_roleproposalevent" ("care_provider_id", "decided_at", "decided_by_id", "hsa_id", "id", "outcome", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "reason", "role", "said", "unit_id") VALUES (OLD."care_provider_id", OLD."decided_at", OLD."decided_by_id", OLD."hsa_id", OLD."id", OLD."outcome", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."proposed_at", OLD."reason", OLD."role", OLD."said", OLD."unit_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_5e665() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_materialversionevent" ("handed_in_at", "handed_in_by_id", "id", "item_id", "link", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (OLD."handed_in_at", OLD."handed_in_by_id", OLD."id", OLD."item_id", OLD."link", OLD."number", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."text"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_5f4a8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_interviewnoteevent" ("author_id", "criteria", "first_text", "heard_at", "id", "interviewed", "key", "part_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "saved_at", "text", "version", "written_at") VALUES (OLD."author_id", OLD."criteria", OLD."first_text", OLD."heard_at", OLD."id", OLD."interviewed", OLD."key", OLD."part_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."removed_at", OLD."saved_at", OLD."text", OLD."version", OLD."written_at"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_61a1d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "organisations_careproviderevent" ("closed_on", "hsa_id", "id", "is_private", "merged_into_id", "name", "organisation_number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region_id", "sort_key", "version") VALUES (OLD."closed_on", OLD."hsa_id", OLD."id", OLD."is_private", OLD."merged_into_id", OLD."name", OLD."organisation_number", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."region_id", OLD."sort_key", OLD."version"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_6236d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_areadoneevent" ("area_key", "done_at", "id", "part_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewer_id") VALUES (OLD."area_key", OLD."done_at", OLD."id", OLD."part_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."reviewer_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_64fef() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "planning_visitslotevent" ("day", "ends", "id", "key", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "removed_at", "review_id", "starts", "version", "with_whom") VALUES (OLD."day", OLD."ends", OLD."id", OLD."key", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."place", OLD."removed_at", OLD."review_id", OLD."starts", OLD."version", OLD."with_whom"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_66f2d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_reconsiderationevent" ("asked_at", "asked_by_id", "decided_at", "decided_by_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "review_id") VALUES (OLD."asked_at", OLD."asked_by_id", OLD."decided_at", OLD."decided_by_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."reason", OLD."review_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_67739() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "action_plans_itemjudgementevent" ("answers", "id", "is_of_office", "item_id", "item_version", "judged_at", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "version") VALUES (OLD."answers", OLD."id", OLD."is_of_office", OLD."item_id", OLD."item_version", OLD."judged_at", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."reason", OLD."version"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_677ce() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "organisations_unitevent" ("care_provider_id", "closed_on", "hsa_id", "id", "merged_into_id", "name", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region_id", "site", "sort_key", "version") VALUES (OLD."care_provider_id", OLD."closed_on", OLD."hsa_id", OLD."id", OLD."merged_into_id", OLD."name", OLD."parent_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."region_id", OLD."site", OLD."sort_key", OLD."version"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_6c621() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "organisations_specialtyevent" ("association", "closed_on", "group", "id", "key", "kind", "merged_into_id", "name", "name_en", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sort_key", "version") VALUES (OLD."association", OLD."closed_on", OLD."group", OLD."id", OLD."key", OLD."kind", OLD."merged_into_id", OLD."name", OLD."name_en", OLD."parent_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."sort_key", OLD."version"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_6d6d1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "action_plans_plandraftitemevent" ("action", "area_key", "criterion_key", "due_on", "evidence", "follow_up_on", "follow_up_responsible", "id", "is_done", "item_id", "part_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "responsible", "version") VALUES (OLD."action", OLD."area_key", OLD."criterion_key", OLD."due_on", OLD."evidence", OLD."follow_up_on", OLD."follow_up_responsible", OLD."id", OLD."is_done", OLD."item_id", OLD."part_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."plan_id", OLD."responsible", OLD."version"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_6fdf6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "planning_orderevent" ("contact", "form_key", "id", "kind", "note", "ordered_at", "ordered_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "settled_at", "settled_by_id", "specialty_id", "state", "wished_from", "wished_to") VALUES (OLD."contact", OLD."form_key", OLD."id", OLD."kind", OLD."note", OLD."ordered_at", OLD."ordered_by_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."reason", OLD."settled_at", OLD."settled_by_id", OLD."specialty_id", OLD."state", OLD."wished_from", OLD."wished_to"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_71e81() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_materialfileevent" ("hand_in_id", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "stored_file_id") VALUES (OLD."hand_in_id", OLD."id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."position", OLD."stored_file_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_720ed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_caseexportevent" ("files", "id", "language", "made_at", "made_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request", "review_id", "state", "withheld") VALUES (OLD."files", OLD."id", OLD."language", OLD."made_at", OLD."made_by_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."request", OLD."review_id", OLD."state", OLD."withheld"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_773ae() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "planning_campaigncaseevent" ("campaign_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id") VALUES (OLD."campaign_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."review_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_77c97() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "action_plans_extrareviewevent" ("decided_on", "dismissal_reason", "dismissed_at", "dismissed_by_id", "done_by_id", "due_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id") VALUES (OLD."decided_on", OLD."dismissal_reason", OLD."dismissed_at", OLD."dismissed_by_id", OLD."done_by_id", OLD."due_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."review_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_797b3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_accountevent" ("email", "id", "is_active", "is_demo", "new_email", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "second_factor_since") VALUES (OLD."email", OLD."id", OLD."is_active", OLD."is_demo", OLD."new_email", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."second_factor_since"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_7fe90() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_personevent" ("email", "erased_at", "hsa_id", "id", "language", "merged_into_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sort_key", "version") VALUES (OLD."email", OLD."erased_at", OLD."hsa_id", OLD."id", OLD."language", OLD."merged_into_id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."sort_key", OLD."version"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_81079() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "action_plans_planevent" ("due_on", "escalated_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "return_reason", "returned_at", "returned_by_id", "review_id", "sent_at", "sent_by_id", "settled_at", "version") VALUES (OLD."due_on", OLD."escalated_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."return_reason", OLD."returned_at", OLD."returned_by_id", OLD."review_id", OLD."sent_at", OLD."sent_by_id", OLD."settled_at", OLD."version"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_85eec() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "planning_orderunitevent" ("id", "order_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "unit_id") VALUES (OLD."id", OLD."order_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."review_id", OLD."unit_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_8a511() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_materialopeningevent" ("file_id", "id", "opened_at", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."file_id", OLD."id", OLD."opened_at", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_94051() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_publicationevent" ("choices", "content", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "review_id", "withdrawal_reason", "withdrawn_at", "withdrawn_by_id") VALUES (OLD."choices", OLD."content", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."published_at", OLD."published_by_id", OLD."review_id", OLD."withdrawal_reason", OLD."withdrawn_at", OLD."withdrawn_by_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_9a239() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_judgementevent" ("criterion_key", "evidence", "id", "note", "outcome", "part_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewer_id", "saved_at", "version") VALUES (OLD."criterion_key", OLD."evidence", OLD."id", OLD."note", OLD."outcome", OLD."part_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."reviewer_id", OLD."saved_at", OLD."version"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_9c9d2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "report_import_doubtanswerevent" ("answer", "answered_at", "answered_by_id", "doubt_key", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposal_id") VALUES (OLD."answer", OLD."answered_at", OLD."answered_by_id", OLD."doubt_key", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."proposal_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_9dd25() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "planning_absenceevent" ("first", "id", "last", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."first", OLD."id", OLD."last", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_9fcdd() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_peopleimportevent" ("confirmed_at", "created_at", "created_by_id", "file_name", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "row_count", "state", "undone_at", "version") VALUES (OLD."confirmed_at", OLD."created_at", OLD."created_by_id", OLD."file_name", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."row_count", OLD."state", OLD."undone_at", OLD."version"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_a0ccd() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_reviewernameevent" ("id", "name", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "review_id") VALUES (OLD."id", OLD."name", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."position", OLD."review_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_a252a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "planning_regionallowedevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "specialty_id") VALUES (OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."specialty_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_a25fa() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_summarypointevent" ("heading", "id", "part_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "text") VALUES (OLD."heading", OLD."id", OLD."part_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."position", OLD."text"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_a44b9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_gradeevent" ("area_key", "decided_by_id", "decided_on", "id", "outcome", "part_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "round", "sequence") VALUES (OLD."area_key", OLD."decided_by_id", OLD."decided_on", OLD."id", OLD."outcome", OLD."part_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."reason", OLD."recorded_at", OLD."round", OLD."sequence"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_a70bf() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_factcheckevent" ("draft", "due_on", "ended_at", "finished_at", "finished_by_id", "id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "sent_at", "sent_by_id") VALUES (OLD."draft", OLD."due_on", OLD."ended_at", OLD."finished_at", OLD."finished_by_id", OLD."id", OLD."number", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."review_id", OLD."sent_at", OLD."sent_by_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_abb08() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "action_plans_evidenceevent" ("added_at", "added_by_id", "file_id", "file_name", "id", "item_id", "link", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "replaces_id", "text", "title", "withdrawal_reason", "withdrawn_at", "withdrawn_by_id") VALUES (OLD."added_at", OLD."added_by_id", OLD."file_id", OLD."file_name", OLD."id", OLD."item_id", OLD."link", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."replaces_id", OLD."text", OLD."title", OLD."withdrawal_reason", OLD."withdrawn_at", OLD."withdrawn_by_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_afd28() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "report_import_fielddecisionevent" ("decided_at", "decided_by_id", "id", "path", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposal_id", "value", "version") VALUES (OLD."decided_at", OLD."decided_by_id", OLD."id", OLD."path", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."proposal_id", OLD."value", OLD."version"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_c26b2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_calibrationcommentevent" ("advice", "answer", "answered_at", "answered_by_id", "area_key", "id", "part_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "written_at", "written_by_id") VALUES (OLD."advice", OLD."answer", OLD."answered_at", OLD."answered_by_id", OLD."area_key", OLD."id", OLD."part_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."text", OLD."written_at", OLD."written_by_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_c6de5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_deputyshipevent" ("assignment_id", "deputy_id", "id", "is_standing", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "valid_from", "valid_until") VALUES (OLD."assignment_id", OLD."deputy_id", OLD."id", OLD."is_standing", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."reason", OLD."valid_from", OLD."valid_until"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_cf088() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_casemoveevent" ("from_state", "id", "moved_at", "moved_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "review_id", "step", "to_state") VALUES (OLD."from_state", OLD."id", OLD."moved_at", OLD."moved_by_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."reason", OLD."review_id", OLD."step", OLD."to_state"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_d1f93() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "action_plans_escalationevent" ("due_on", "ended_on", "escalated_on", "id", "item_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."due_on", OLD."ended_on", OLD."escalated_on", OLD."id", OLD."item_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_d7878() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "action_plans_planextensionevent" ("from_on", "given_at", "given_by_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "reason", "to_on") VALUES (OLD."from_on", OLD."given_at", OLD."given_by_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."plan_id", OLD."reason", OLD."to_on"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_da8f1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_materialcommentevent" ("id", "item_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "written_at", "written_by_id") VALUES (OLD."id", OLD."item_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."text", OLD."written_at", OLD."written_by_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_db744() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_reviewfeedbackevent" ("answers", "form_key", "given_at", "given_by_id", "id", "is_shared", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "version") VALUES (OLD."answers", OLD."form_key", OLD."given_at", OLD."given_by_id", OLD."id", OLD."is_shared", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."review_id", OLD."version"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_df1f8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "planning_campaignevent" ("created_at", "created_by_id", "first", "id", "last", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."created_at", OLD."created_by_id", OLD."first", OLD."id", OLD."last", OLD."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_e10a1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_verdictevent" ("criterion_key", "id", "note", "outcome", "part_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "reviewer_id", "sequence", "source") VALUES (OLD."criterion_key", OLD."id", OLD."note", OLD."outcome", OLD."part_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."recorded_at", OLD."reviewer_id", OLD."sequence", OLD."source"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_e2f2d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "action_plans_regionrulesevent" ("escalate_after_days", "extra_since", "extra_within_months", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region_id", "version", "wants_extra_review") VALUES (OLD."escalate_after_days", OLD."extra_since", OLD."extra_within_months", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."region_id", OLD."version", OLD."wants_extra_review"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_e7b22() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "accounts_personmergeevent" ("id", "into_id", "merged_at", "merged_by_id", "moved", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "undone_at") VALUES (OLD."id", OLD."into_id", OLD."merged_at", OLD."merged_by_id", OLD."moved", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."reason", OLD."undone_at"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_eb094() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "organisations_unitspecialtyevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "specialty_id", "unit_id") VALUES (OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."specialty_id", OLD."unit_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_ed678() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "planning_reviewertieevent" ("care_provider_id", "id", "kind", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "unit_id", "until") VALUES (OLD."care_provider_id", OLD."id", OLD."kind", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."unit_id", OLD."until"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_ed7d3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "organisations_regionevent" ("code", "id", "merged_into_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sort_key", "version") VALUES (OLD."code", OLD."id", OLD."merged_into_id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."sort_key", OLD."version"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_f0afe() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "report_import_importproposalevent" ("batch_id", "chosen_specialty_id", "chosen_unit_id", "created_at", "duplicate_of_id", "file_name", "id", "page_count", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_unit", "refusal_code", "review_id", "state", "stored_file_id", "taken_back_reason", "version") VALUES (OLD."batch_id", OLD."chosen_specialty_id", OLD."chosen_unit_id", OLD."created_at", OLD."duplicate_of_id", OLD."file_name", OLD."id", OLD."page_count", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."read_unit", OLD."refusal_code", OLD."review_id", OLD."state", OLD."stored_file_id", OLD."taken_back_reason", OLD."version"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_f12cb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "files_storedfileevent" ("id", "media_type", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "size", "stored_at") VALUES (OLD."id", OLD."media_type", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."sha256", OLD."size", OLD."stored_at"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_f2dbf() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "reviews_reviewevent" ("care_provider_id", "case_number", "created_at", "created_by_id", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_date", "report_date_text", "source", "specialty_id", "standard_key", "state", "taken_back_reason", "unit_id", "version", "visit_from", "visit_text", "visit_to") VALUES (OLD."care_provider_id", OLD."case_number", OLD."created_at", OLD."created_by_id", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."report_date", OLD."report_date_text", OLD."source", OLD."specialty_id", OLD."standard_key", OLD."state", OLD."taken_back_reason", OLD."unit_id", OLD."version", OLD."visit_from", OLD."visit_text", OLD."visit_to"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_removed_delete_f76e6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "organisations_earliernameevent" ("id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sort_key", "unit_id", "used_until") VALUES (OLD."id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), ''), NULL)::UUID, NOW(), 'removed', OLD."id", OLD."sort_key", OLD."unit_id", OLD."used_until"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.procrastinate_cancel_job_v1(job_id bigint, abort boolean, delete_job boolean) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status = 'todo'
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        IF abort THEN
            UPDATE procrastinate_jobs
            SET abort_requested = true,
                status = CASE status
                    WHEN 'todo' THEN 'cancelled'::procrastinate_job_status ELSE status
                END
            WHERE id = job_id AND status IN ('todo', 'doing')
            RETURNING id INTO _job_id;
        ELSE
            UPDATE procrastinate_jobs
            SET status = 'cancelled'::procrastinate_job_status
            WHERE id = job_id AND status = 'todo'
            RETURNING id INTO _job_id;
        END IF;
    END IF;
    RETURN _job_id;
END;
$$;

CREATE FUNCTION public.procrastinate_defer_jobs_v1(jobs public.procrastinate_job_to_defer_v1[]) RETURNS bigint[]
    LANGUAGE plpgsql
    AS $$
DECLARE
    job_ids bigint[];
BEGIN
    WITH inserted_jobs AS (
        INSERT INTO procrastinate_jobs (queue_name, task_name, priority, lock, queueing_lock, args, scheduled_at)
        SELECT (job).queue_name,
               (job).task_name,
               (job).priority,
               (job).lock,
               (job).queueing_lock,
               (job).args,
               (job).scheduled_at
        FROM unnest(jobs) AS job
        RETURNING id
    )
    SELECT array_agg(id) FROM inserted_jobs INTO job_ids;

    RETURN job_ids;
END;
$$;

CREATE FUNCTION public.procrastinate_defer_periodic_job_v2(_queue_name character varying, _lock character varying, _queueing_lock character varying, _task_name character varying, _priority integer, _periodic_id character varying, _defer_timestamp bigint, _args jsonb) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
	_job_id bigint;
	_defer_id bigint;
BEGIN
    INSERT
        INTO procrastinate_periodic_defers (task_name, periodic_id, defer_timestamp)
        VALUES (_task_name, _periodic_id, _defer_timestamp)
        ON CONFLICT DO NOTHING
        RETURNING id into _defer_id;

    IF _defer_id IS NULL THEN
        RETURN NULL;
    END IF;

    UPDATE procrastinate_periodic_defers
        SET job_id = (
            SELECT COALESCE((
                SELECT unnest(procrastinate_defer_jobs_v1(
                    ARRAY[
                        ROW(
                            _queue_name,
                            _task_name,
                            _priority,
                            _lock,
                            _queueing_lock,
                            _args,
                            NULL::timestamptz
                        )
                    ]::procrastinate_job_to_defer_v1[]
                ))
            ), NULL)
        )
        WHERE id = _defer_id
        RETURNING job_id INTO _job_id;

    DELETE
        FROM procrastinate_periodic_defers
        USING (
            SELECT id
            FROM procrastinate_periodic_defers
            WHERE procrastinate_periodic_defers.task_name = _task_name
            AND procrastinate_periodic_defers.periodic_id = _periodic_id
            AND procrastinate_periodic_defers.defer_timestamp < _defer_timestamp
            ORDER BY id
            FOR UPDATE
        ) to_delete
        WHERE procrastinate_periodic_defers.id = to_delete.id;

    RETURN _job_id;
END;
$$;

CREATE TABLE public.procrastinate_jobs (
    id bigint NOT NULL,
    queue_name character varying(128) NOT NULL,
    task_name character varying(128) NOT NULL,
    lock text,
    args jsonb DEFAULT '{}'::jsonb NOT NULL,
    status public.procrastinate_job_status DEFAULT 'todo'::public.procrastinate_job_status NOT NULL,
    scheduled_at timestamp with time zone,
    attempts integer DEFAULT 0 NOT NULL,
    queueing_lock text,
    priority integer DEFAULT 0 NOT NULL,
    abort_requested boolean DEFAULT false NOT NULL,
    worker_id bigint,
    CONSTRAINT check_not_todo_abort_requested CHECK ((NOT ((status = 'todo'::public.procrastinate_job_status) AND (abort_requested = true))))
);

CREATE FUNCTION public.procrastinate_fetch_job_v2(target_queue_names character varying[], p_worker_id bigint) RETURNS public.procrastinate_jobs
    LANGUAGE plpgsql
    AS $$
DECLARE
	found_jobs procrastinate_jobs;
BEGIN
    WITH candidate AS (
        SELECT jobs.*
            FROM procrastinate_jobs AS jobs
            WHERE
                -- reject the job if its lock has earlier or higher priority jobs
                NOT EXISTS (
                    SELECT 1
                        FROM procrastinate_jobs AS other_jobs
                        WHERE
                            jobs.lock IS NOT NULL
                            AND other_jobs.lock = jobs.lock
                            AND (
                                -- job with same lock is already running
                                other_jobs.status = 'doing'
                                OR
                                -- job with same lock is waiting and has higher priority (or same priority but was queued first)
                                (
                                    other_jobs.status = 'todo'
                                    AND (
                                        other_jobs.priority > jobs.priority
                                        OR (
                                        other_jobs.priority = jobs.priority
                                        AND other_jobs.id < jobs.id
                                        )
                                    )
                                )
                            )
                )
                AND jobs.status = 'todo'
                AND (target_queue_names IS NULL OR jobs.queue_name = ANY( target_queue_names ))
                AND (jobs.scheduled_at IS NULL OR jobs.scheduled_at <= now())
            ORDER BY jobs.priority DESC, jobs.id ASC LIMIT 1
            FOR UPDATE OF jobs SKIP LOCKED
    )
    UPDATE procrastinate_jobs
        SET status = 'doing', worker_id = p_worker_id
        FROM candidate
        WHERE procrastinate_jobs.id = candidate.id
        RETURNING procrastinate_jobs.* INTO found_jobs;

 RETURN found_jobs;
END;
$$;

CREATE FUNCTION public.procrastinate_finish_job_v1(job_id bigint, end_status public.procrastinate_job_status, delete_job boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF end_status NOT IN ('succeeded', 'failed', 'aborted') THEN
        RAISE 'End status should be either "succeeded", "failed" or "aborted" (job id: %)', job_id;
    END IF;
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = end_status,
            abort_requested = false,
            attempts = CASE status
                WHEN 'doing' THEN attempts + 1 ELSE attempts
            END
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" or "todo" status (job id: %)', job_id;
    END IF;
END;
$$;

CREATE FUNCTION public.procrastinate_notify_queue_abort_job_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'abort_job_requested', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_notify_queue_job_inserted_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'job_inserted', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_prune_stalled_workers_v1(seconds_since_heartbeat double precision) RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    DELETE FROM procrastinate_workers
    WHERE last_heartbeat < NOW() - (seconds_since_heartbeat || 'SECOND')::INTERVAL
    RETURNING procrastinate_workers.id;
END;
$$;

CREATE FUNCTION public.procrastinate_register_worker_v1() RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    INSERT INTO procrastinate_workers DEFAULT VALUES
    RETURNING procrastinate_workers.id;
END;
$$;

CREATE FUNCTION public.procrastinate_retry_job_v1(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
BEGIN
    SELECT abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status = 'doing'
    FOR UPDATE
    INTO _abort_requested;
    IF _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    END IF;

    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" status (job id: %)', job_id;
    END IF;
END;
$$;

CREATE FUNCTION public.procrastinate_retry_job_v2(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
    _current_status procrastinate_job_status;
BEGIN
    SELECT status, abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status IN ('doing', 'failed')
    FOR UPDATE
    INTO _current_status, _abort_requested;
    IF _current_status = 'doing' AND _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status IN ('doing', 'failed')
        RETURNING id INTO _job_id;
    END IF;

    IF _job_id IS NULL THEN
        RAISE 'Job was not found or has an invalid status to retry (job id: %)', job_id;
    END IF;

END;
$$;

CREATE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'abort_requested'::procrastinate_job_event_type);
    RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type, at)
        VALUES (NEW.id, 'scheduled'::procrastinate_job_event_type, NEW.scheduled_at);

	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'deferred'::procrastinate_job_event_type);
	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_trigger_function_status_events_update_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    WITH t AS (
        SELECT CASE
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND NEW.status = 'doing'::procrastinate_job_status
                THEN 'started'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'deferred_for_retry'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'failed'::procrastinate_job_status
                THEN 'failed'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'succeeded'::procrastinate_job_status
                THEN 'succeeded'::procrastinate_job_event_type
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND (
                    NEW.status = 'cancelled'::procrastinate_job_status
                    OR NEW.status = 'failed'::procrastinate_job_status
                    OR NEW.status = 'succeeded'::procrastinate_job_status
                )
                THEN 'cancelled'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'aborted'::procrastinate_job_status
                THEN 'aborted'::procrastinate_job_event_type
            WHEN OLD.status = 'failed'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'retried'::procrastinate_job_event_type
            ELSE NULL
        END as event_type
    )
    INSERT INTO procrastinate_events(job_id, type)
        SELECT NEW.id, t.event_type
        FROM t
        WHERE t.event_type IS NOT NULL;
	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_unlink_periodic_defers_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_periodic_defers
    SET job_id = NULL
    WHERE job_id = OLD.id;
    RETURN OLD;
END;
$$;

CREATE FUNCTION public.procrastinate_unregister_worker_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    DELETE FROM procrastinate_workers
    WHERE id = worker_id;
END;
$$;

CREATE FUNCTION public.procrastinate_update_heartbeat_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_workers
    SET last_heartbeat = NOW()
    WHERE id = worker_id;
END;
$$;

CREATE FUNCTION public.questionnaires_close(p_round bigint, p_today date, p_answers jsonb) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    own record;
    answered integer;
BEGIN
    PERFORM 1 FROM questionnaires_round
    WHERE id = p_round AND state = 'open' AND closes_on < LEAST(p_today, current_date + 1) FOR UPDATE;
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

CREATE FUNCTION public.questionnaires_group_is_settled() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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

CREATE FUNCTION public.questionnaires_is_spent(p_token text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    -- Takes the token, not its hash: only whoever holds the link can ask.
    RETURN EXISTS (
        SELECT 1 FROM questionnaires_link link
        JOIN questionnaires_spent spent ON spent.invitation_id = link.invitation_id
        WHERE link.token_hash = encode(sha256(convert_to('link:' || p_token, 'UTF8')), 'hex')
    );
END $$;

CREATE FUNCTION public.questionnaires_only_forward() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF (OLD.state = 'closed' OR (OLD.state = 'open' AND NEW.state = 'preparing')
        OR (OLD.state <> 'preparing' AND (NEW.sent_on, NEW.subject_key, NEW.unit_id)
            IS DISTINCT FROM (OLD.sent_on, OLD.subject_key, OLD.unit_id))) THEN
        RAISE EXCEPTION 'a round that was sent or closed stays so' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION public.questionnaires_send(p_token text, p_today date, p_waiting bytea, p_open jsonb) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    held record;
BEGIN
    SELECT link.group_id, link.invitation_id, own.is_open, round.state, round.closes_on INTO held
    FROM questionnaires_link link
    JOIN questionnaires_group own ON own.id = link.group_id
    JOIN questionnaires_round round ON round.id = own.round_id
    WHERE link.token_hash = encode(sha256(convert_to('link:' || p_token, 'UTF8')), 'hex')
    FOR SHARE OF round;
    IF NOT FOUND THEN
        RETURN 'unknown';
    ELSIF held.state <> 'open' OR held.closes_on < LEAST(p_today, current_date + 1) OR held.invitation_id IS NULL THEN
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

CREATE FUNCTION public.questionnaires_unanswered(p_round bigint, p_today date) RETURNS SETOF bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    -- Asking is reminding: at most three times and three days apart, so that nobody can watch answers come in.
    UPDATE questionnaires_round SET reminded_on = LEAST(p_today, current_date + 1), reminder_count = reminder_count + 1
    WHERE id = p_round AND state = 'open' AND closes_on >= LEAST(p_today, current_date + 1) AND reminder_count < 3
        AND LEAST(p_today, current_date + 1) - GREATEST(sent_on, COALESCE(reminded_on, sent_on)) >= 3;
    IF FOUND THEN
        RETURN QUERY
            SELECT invited.id FROM questionnaires_invitation invited
            JOIN questionnaires_group own ON own.id = invited.group_id
            WHERE own.round_id = p_round
                AND NOT EXISTS (SELECT 1 FROM questionnaires_spent spent WHERE spent.invitation_id = invited.id)
            ORDER BY random();
    END IF;
END $$;

CREATE FUNCTION public.questionnaires_waiting_of(p_round bigint, p_today date) RETURNS TABLE(group_id bigint, content bytea)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    RETURN QUERY
        SELECT waiting.group_id, waiting.content FROM questionnaires_waiting waiting
        JOIN questionnaires_group own ON own.id = waiting.group_id
        JOIN questionnaires_round round ON round.id = own.round_id
        WHERE round.id = p_round AND round.state = 'open' AND round.closes_on < LEAST(p_today, current_date + 1)
            -- A group below three is never opened.
            AND 3 <= (SELECT count(*) FROM questionnaires_waiting other WHERE other.group_id = own.id)
        ORDER BY random();
END $$;

CREATE FUNCTION public.reviews_with_words(asked tsquery) RETURNS SETOF bigint
    LANGUAGE sql STABLE PARALLEL SAFE
    SET enable_seqscan TO 'off'
    AS $$SELECT id FROM reviews_review WHERE search_vector @@ asked$$;

CREATE TABLE public.account_emailaddress (
    id integer NOT NULL,
    email character varying(254) NOT NULL,
    verified boolean NOT NULL,
    "primary" boolean NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE public.account_emailaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailaddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.account_emailconfirmation (
    id integer NOT NULL,
    created timestamp with time zone NOT NULL,
    sent timestamp with time zone,
    key character varying(64) NOT NULL,
    email_address_id integer NOT NULL
);

ALTER TABLE public.account_emailconfirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailconfirmation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.accounts_account (
    id bigint NOT NULL,
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    email character varying(254) NOT NULL,
    is_active boolean NOT NULL,
    is_demo boolean NOT NULL,
    person_id bigint NOT NULL,
    second_factor_since timestamp with time zone,
    new_email character varying(254) NOT NULL,
    CONSTRAINT account_email_lower_case CHECK (((email)::text = lower((email)::text)))
);

ALTER TABLE public.accounts_account ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_account_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.accounts_accountevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    email character varying(254) NOT NULL,
    is_active boolean NOT NULL,
    is_demo boolean NOT NULL,
    pgh_obj_id bigint NOT NULL,
    person_id bigint NOT NULL,
    second_factor_since timestamp with time zone,
    new_email character varying(254) NOT NULL
);

ALTER TABLE public.accounts_accountevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_accountevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.accounts_assignment (
    id bigint NOT NULL,
    role character varying(40) NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    care_provider_id bigint,
    region_id bigint,
    specialty_id bigint,
    unit_id bigint,
    person_id bigint NOT NULL,
    end_reason character varying(12) DEFAULT ''::character varying NOT NULL,
    CONSTRAINT assignment_end_reason_known CHECK (((end_reason)::text = ANY ((ARRAY[''::character varying, 'left'::character varying, 'replaced'::character varying, 'finished'::character varying, 'mistake'::character varying])::text[]))),
    CONSTRAINT assignment_ends_after_start CHECK (((valid_until IS NULL) OR (valid_until >= valid_from))),
    CONSTRAINT assignment_one_place CHECK ((num_nonnulls(region_id, care_provider_id, unit_id, specialty_id) <= 1)),
    CONSTRAINT assignment_role_known CHECK (((role)::text = ANY ((ARRAY['trainee'::character varying, 'main_supervisor'::character varying, 'placement_supervisor'::character varying, 'programme_director'::character varying, 'head_of_unit'::character varying, 'medical_lead'::character varying, 'director_of_training'::character varying, 'care_provider_officer'::character varying, 'region_officer'::character varying, 'reviewer'::character varying, 'specialty_coordinator'::character varying, 'review_office'::character varying, 'administrator'::character varying])::text[])))
);

ALTER TABLE public.accounts_assignment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_assignment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.accounts_assignmentevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    role character varying(40) NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    care_provider_id bigint,
    pgh_obj_id bigint NOT NULL,
    region_id bigint,
    specialty_id bigint,
    unit_id bigint,
    person_id bigint NOT NULL,
    end_reason character varying(12) DEFAULT ''::character varying NOT NULL
);

ALTER TABLE public.accounts_assignmentevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_assignmentevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.accounts_browsersession (
    id bigint NOT NULL,
    session_key character varying(40) NOT NULL,
    browser character varying(20) NOT NULL,
    system character varying(20) NOT NULL,
    method character varying(20) NOT NULL,
    started_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    account_id bigint NOT NULL
);

ALTER TABLE public.accounts_browsersession ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_browsersession_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.accounts_deputyship (
    id bigint NOT NULL,
    is_standing boolean NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    reason character varying(12) NOT NULL,
    assignment_id bigint NOT NULL,
    deputy_id bigint,
    CONSTRAINT deputyship_ends_after_start CHECK (((valid_until IS NULL) OR (valid_until >= valid_from))),
    CONSTRAINT deputyship_reason_known CHECK (((reason)::text = ANY ((ARRAY[''::character varying, 'holiday'::character varying, 'leave'::character varying, 'duty'::character varying, 'other'::character varying])::text[]))),
    CONSTRAINT deputyship_standing_or_dated CHECK ((((deputy_id IS NOT NULL) AND is_standing) OR ((NOT is_standing) AND (valid_until IS NOT NULL))))
);

ALTER TABLE public.accounts_deputyship ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_deputyship_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.accounts_deputyshipevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    is_standing boolean NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    reason character varying(12) NOT NULL,
    assignment_id bigint NOT NULL,
    deputy_id bigint,
    pgh_obj_id bigint NOT NULL
);

ALTER TABLE public.accounts_deputyshipevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_deputyshipevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.accounts_invitation (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    email character varying(254) NOT NULL,
    language character varying(2) NOT NULL,
    role character varying(40) NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    token_hash character varying(64) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    undelivered_at timestamp with time zone,
    accepted_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    accepted_by_id bigint,
    care_provider_id bigint,
    invited_by_id bigint,
    region_id bigint,
    specialty_id bigint,
    unit_id bigint,
    CONSTRAINT invitation_accepted_by_somebody_and_not_withdrawn CHECK ((((accepted_at IS NULL) AND (accepted_by_id IS NULL)) OR ((accepted_at IS NOT NULL) AND (accepted_by_id IS NOT NULL) AND (withdrawn_at IS NULL)))),
    CONSTRAINT invitation_email_lower_case CHECK (((email)::text = lower((email)::text))),
    CONSTRAINT invitation_ends_after_start CHECK (((valid_until IS NULL) OR (valid_until >= valid_from))),
    CONSTRAINT invitation_language_known CHECK (((language)::text = ANY ((ARRAY['sv'::character varying, 'en'::character varying])::text[]))),
    CONSTRAINT invitation_one_place CHECK ((num_nonnulls(region_id, care_provider_id, unit_id, specialty_id) <= 1)),
    CONSTRAINT invitation_role_known CHECK (((role)::text = ANY ((ARRAY['trainee'::character varying, 'main_supervisor'::character varying, 'placement_supervisor'::character varying, 'programme_director'::character varying, 'head_of_unit'::character varying, 'medical_lead'::character varying, 'director_of_training'::character varying, 'care_provider_officer'::character varying, 'region_officer'::character varying, 'reviewer'::character varying, 'specialty_coordinator'::character varying, 'review_office'::character varying, 'administrator'::character varying])::text[])))
);

ALTER TABLE public.accounts_invitation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_invitation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.accounts_invitationevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    email character varying(254) NOT NULL,
    language character varying(2) NOT NULL,
    role character varying(40) NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    undelivered_at timestamp with time zone,
    accepted_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    accepted_by_id bigint,
    care_provider_id bigint,
    invited_by_id bigint,
    pgh_obj_id bigint NOT NULL,
    region_id bigint,
    specialty_id bigint,
    unit_id bigint
);

ALTER TABLE public.accounts_invitationevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_invitationevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.accounts_look (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    before_at timestamp with time zone,
    hat_id bigint,
    person_id bigint NOT NULL,
    CONSTRAINT look_after_the_one_before CHECK (((before_at IS NULL) OR (before_at < at)))
);

ALTER TABLE public.accounts_look ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_look_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.accounts_peopleimport (
    id bigint NOT NULL,
    file_name character varying(200) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    state character varying(12) NOT NULL,
    confirmed_at timestamp with time zone,
    undone_at timestamp with time zone,
    row_count integer NOT NULL,
    rows jsonb NOT NULL,
    made jsonb NOT NULL,
    version integer NOT NULL,
    created_by_id bigint,
    CONSTRAINT accounts_peopleimport_row_count_check CHECK ((row_count >= 0)),
    CONSTRAINT accounts_peopleimport_version_check CHECK ((version >= 0)),
    CONSTRAINT people_import_keeps_no_text CHECK ((((state)::text = 'preview'::text) OR (rows = '[]'::jsonb))),
    CONSTRAINT people_import_state_known CHECK (((state)::text = ANY ((ARRAY['preview'::character varying, 'confirmed'::character varying, 'undone'::character varying])::text[])))
);

ALTER TABLE public.accounts_peopleimport ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_peopleimport_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.accounts_peopleimportevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    file_name character varying(200) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    state character varying(12) NOT NULL,
    confirmed_at timestamp with time zone,
    undone_at timestamp with time zone,
    row_count integer NOT NULL,
    version integer NOT NULL,
    created_by_id bigint,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT accounts_peopleimportevent_row_count_check CHECK ((row_count >= 0)),
    CONSTRAINT accounts_peopleimportevent_version_check CHECK ((version >= 0))
);

ALTER TABLE public.accounts_peopleimportevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_peopleimportevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.accounts_person (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    sort_key character varying(400) NOT NULL,
    email character varying(254) NOT NULL,
    hsa_id character varying(64),
    language character varying(2) NOT NULL,
    version integer NOT NULL,
    erased_at timestamp with time zone,
    hat_id bigint,
    search_vector tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, COALESCE(translate(((COALESCE(sort_key, ''::character varying))::text || COALESCE((COALESCE(' '::text, ''::text) || (COALESCE(email, ''::character varying))::text), ''::text)), '{|}.@-_+'::text, 'åäö     '::text), ''::text))) STORED,
    merged_into_id bigint,
    CONSTRAINT accounts_person_version_check CHECK ((version >= 0)),
    CONSTRAINT person_erased_tells_nothing CHECK (((erased_at IS NULL) OR (((email)::text = ''::text) AND (hsa_id IS NULL) AND ((name)::text = ''::text) AND ((sort_key)::text = ''::text)))),
    CONSTRAINT person_language_known CHECK (((language)::text = ANY ((ARRAY['sv'::character varying, 'en'::character varying])::text[]))),
    CONSTRAINT person_not_its_own_double CHECK (((merged_into_id IS NULL) OR (NOT ((merged_into_id = id) AND (merged_into_id IS NOT NULL)))))
);

ALTER TABLE public.accounts_person ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_person_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.accounts_personevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    sort_key character varying(400) NOT NULL,
    email character varying(254) NOT NULL,
    hsa_id character varying(64),
    language character varying(2) NOT NULL,
    version integer NOT NULL,
    pgh_obj_id bigint NOT NULL,
    erased_at timestamp with time zone,
    merged_into_id bigint,
    CONSTRAINT accounts_personevent_version_check CHECK ((version >= 0))
);

ALTER TABLE public.accounts_personevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_personevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.accounts_personmerge (
    id bigint NOT NULL,
    reason character varying(16) NOT NULL,
    merged_at timestamp with time zone NOT NULL,
    undone_at timestamp with time zone,
    moved jsonb NOT NULL,
    into_id bigint NOT NULL,
    merged_by_id bigint,
    person_id bigint NOT NULL,
    CONSTRAINT person_merge_of_two CHECK ((NOT (person_id = into_id))),
    CONSTRAINT person_merge_reason_known CHECK (((reason)::text = ANY ((ARRAY['added_twice'::character varying, 'other_address'::character varying, 'other_name'::character varying])::text[])))
);

ALTER TABLE public.accounts_personmerge ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_personmerge_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.accounts_personmergeevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    reason character varying(16) NOT NULL,
    merged_at timestamp with time zone NOT NULL,
    undone_at timestamp with time zone,
    moved jsonb NOT NULL,
    into_id bigint NOT NULL,
    merged_by_id bigint,
    person_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL
);

ALTER TABLE public.accounts_personmergeevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_personmergeevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.accounts_roleproposal (
    id bigint NOT NULL,
    role character varying(40) NOT NULL,
    hsa_id character varying(64) NOT NULL,
    said character varying(200) NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    outcome character varying(12) NOT NULL,
    decided_at timestamp with time zone,
    reason character varying(16) NOT NULL,
    care_provider_id bigint,
    decided_by_id bigint,
    person_id bigint NOT NULL,
    unit_id bigint,
    CONSTRAINT role_proposal_declined_for_a_reason CHECK (((((outcome)::text = 'declined'::text) AND ((reason)::text = ANY ((ARRAY['not_here'::character varying, 'not_this_role'::character varying, 'other'::character varying])::text[]))) OR ((NOT ((outcome)::text = 'declined'::text)) AND ((reason)::text = ''::text)))),
    CONSTRAINT role_proposal_one_place CHECK (((unit_id IS NULL) OR (care_provider_id IS NULL))),
    CONSTRAINT role_proposal_open_or_decided CHECK ((((decided_at IS NULL) AND ((outcome)::text = ''::text)) OR ((decided_at IS NOT NULL) AND ((outcome)::text = ANY ((ARRAY['accepted'::character varying, 'declined'::character varying, 'settled'::character varying])::text[]))))),
    CONSTRAINT role_proposal_role_known CHECK (((role)::text = ANY ((ARRAY['trainee'::character varying, 'main_supervisor'::character varying, 'placement_supervisor'::character varying, 'programme_director'::character varying, 'head_of_unit'::character varying, 'medical_lead'::character varying, 'director_of_training'::character varying, 'care_provider_officer'::character varying, 'region_officer'::character varying, 'reviewer'::character varying, 'specialty_coordinator'::character varying, 'review_office'::character varying, 'administrator'::character varying])::text[])))
);

ALTER TABLE public.accounts_roleproposal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_roleproposal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.accounts_roleproposalevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    role character varying(40) NOT NULL,
    hsa_id character varying(64) NOT NULL,
    said character varying(200) NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    outcome character varying(12) NOT NULL,
    decided_at timestamp with time zone,
    reason character varying(16) NOT NULL,
    care_provider_id bigint,
    decided_by_id bigint,
    person_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    unit_id bigint
);

ALTER TABLE public.accounts_roleproposalevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_roleproposalevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.action_plans_escalation (
    id bigint NOT NULL,
    due_on date NOT NULL,
    escalated_on date NOT NULL,
    ended_on date,
    item_id bigint NOT NULL
);

ALTER TABLE public.action_plans_escalation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.action_plans_escalation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.action_plans_escalationevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    due_on date NOT NULL,
    escalated_on date NOT NULL,
    ended_on date,
    item_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL
);

ALTER TABLE public.action_plans_escalationevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.action_plans_escalationevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.action_plans_evidence (
    id bigint NOT NULL,
    title character varying(200) NOT NULL,
    text text NOT NULL,
    link character varying(500) NOT NULL,
    file_name character varying(200) NOT NULL,
    added_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    withdrawal_reason text NOT NULL,
    added_by_id bigint,
    file_id bigint,
    item_id bigint NOT NULL,
    replaces_id bigint,
    withdrawn_by_id bigint,
    CONSTRAINT evidence_shows_something CHECK (((NOT (text = ''::text)) OR (NOT ((link)::text = ''::text)) OR (file_id IS NOT NULL))),
    CONSTRAINT evidence_withdrawn_with_reason CHECK (((withdrawn_at IS NULL) OR (NOT (withdrawal_reason = ''::text))))
);

ALTER TABLE public.action_plans_evidence ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.action_plans_evidence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.action_plans_evidenceevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    title character varying(200) NOT NULL,
    text text NOT NULL,
    link character varying(500) NOT NULL,
    file_name character varying(200) NOT NULL,
    added_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    withdrawal_reason text NOT NULL,
    added_by_id bigint,
    file_id bigint,
    item_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    replaces_id bigint,
    withdrawn_by_id bigint
);

ALTER TABLE public.action_plans_evidenceevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.action_plans_evidenceevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.action_plans_extrareview (
    id bigint NOT NULL,
    decided_on date NOT NULL,
    due_on date NOT NULL,
    dismissed_at timestamp with time zone,
    dismissal_reason text NOT NULL,
    dismissed_by_id bigint,
    done_by_id bigint,
    review_id bigint NOT NULL,
    CONSTRAINT extra_review_dismissed_with_reason CHECK (((dismissed_at IS NULL) OR (NOT (dismissal_reason = ''::text))))
);

ALTER TABLE public.action_plans_extrareview ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.action_plans_extrareview_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.action_plans_extrareviewevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    decided_on date NOT NULL,
    due_on date NOT NULL,
    dismissed_at timestamp with time zone,
    dismissal_reason text NOT NULL,
    dismissed_by_id bigint,
    done_by_id bigint,
    pgh_obj_id bigint NOT NULL,
    review_id bigint NOT NULL
);

ALTER TABLE public.action_plans_extrareviewevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.action_plans_extrareviewevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.action_plans_itemjudgement (
    id bigint NOT NULL,
    is_of_office boolean NOT NULL,
    answers character varying(8) NOT NULL,
    reason text NOT NULL,
    item_version integer NOT NULL,
    judged_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    person_id bigint,
    item_id bigint NOT NULL,
    CONSTRAINT action_plans_itemjudgement_item_version_check CHECK ((item_version >= 0)),
    CONSTRAINT action_plans_itemjudgement_version_check CHECK ((version >= 0)),
    CONSTRAINT item_judgement_answer_known CHECK (((answers)::text = ANY ((ARRAY['yes'::character varying, 'partly'::character varying, 'no'::character varying])::text[]))),
    CONSTRAINT item_judgement_with_reason CHECK ((NOT (reason = ''::text)))
);

ALTER TABLE public.action_plans_itemjudgement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.action_plans_itemjudgement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.action_plans_itemjudgementevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    is_of_office boolean NOT NULL,
    answers character varying(8) NOT NULL,
    reason text NOT NULL,
    item_version integer NOT NULL,
    judged_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    person_id bigint,
    pgh_obj_id bigint NOT NULL,
    item_id bigint NOT NULL,
    CONSTRAINT action_plans_itemjudgementevent_item_version_check CHECK ((item_version >= 0)),
    CONSTRAINT action_plans_itemjudgementevent_version_check CHECK ((version >= 0))
);

ALTER TABLE public.action_plans_itemjudgementevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.action_plans_itemjudgementevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.action_plans_plan (
    id bigint NOT NULL,
    due_on date,
    sent_at timestamp with time zone,
    returned_at timestamp with time zone,
    return_reason text NOT NULL,
    settled_at timestamp with time zone,
    escalated_on date,
    version integer NOT NULL,
    returned_by_id bigint,
    review_id bigint NOT NULL,
    sent_by_id bigint,
    CONSTRAINT action_plans_plan_version_check CHECK ((version >= 0)),
    CONSTRAINT plan_returned_with_reason CHECK ((((return_reason = ''::text) AND (returned_at IS NULL)) OR ((returned_at IS NOT NULL) AND (sent_at IS NOT NULL) AND (NOT (return_reason = ''::text))))),
    CONSTRAINT plan_settled_when_sent CHECK (((settled_at IS NULL) OR ((returned_at IS NULL) AND (sent_at IS NOT NULL))))
);

ALTER TABLE public.action_plans_plan ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.action_plans_plan_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.action_plans_plandraftitem (
    id bigint NOT NULL,
    area_key character varying(8) NOT NULL,
    criterion_key character varying(12) NOT NULL,
    action text NOT NULL,
    due_on date,
    responsible text NOT NULL,
    follow_up_on date,
    follow_up_responsible text NOT NULL,
    evidence text NOT NULL,
    version integer NOT NULL,
    item_id bigint,
    part_id bigint NOT NULL,
    plan_id bigint NOT NULL,
    is_done boolean NOT NULL,
    CONSTRAINT action_plans_plandraftitem_version_check CHECK ((version >= 0))
);

ALTER TABLE public.action_plans_plandraftitem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.action_plans_plandraftitem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.action_plans_plandraftitemevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    area_key character varying(8) NOT NULL,
    criterion_key character varying(12) NOT NULL,
    action text NOT NULL,
    due_on date,
    responsible text NOT NULL,
    follow_up_on date,
    follow_up_responsible text NOT NULL,
    evidence text NOT NULL,
    version integer NOT NULL,
    item_id bigint,
    part_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    plan_id bigint NOT NULL,
    is_done boolean NOT NULL,
    CONSTRAINT action_plans_plandraftitemevent_version_check CHECK ((version >= 0))
);

ALTER TABLE public.action_plans_plandraftitemevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.action_plans_plandraftitemevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.action_plans_planevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    due_on date,
    sent_at timestamp with time zone,
    returned_at timestamp with time zone,
    return_reason text NOT NULL,
    settled_at timestamp with time zone,
    escalated_on date,
    version integer NOT NULL,
    pgh_obj_id bigint NOT NULL,
    returned_by_id bigint,
    review_id bigint NOT NULL,
    sent_by_id bigint,
    CONSTRAINT action_plans_planevent_version_check CHECK ((version >= 0))
);

ALTER TABLE public.action_plans_planevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.action_plans_planevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.action_plans_planextension (
    id bigint NOT NULL,
    from_on date,
    to_on date NOT NULL,
    reason text NOT NULL,
    given_at timestamp with time zone NOT NULL,
    given_by_id bigint,
    plan_id bigint NOT NULL,
    CONSTRAINT plan_extension_is_later CHECK (((from_on IS NULL) OR (to_on > from_on))),
    CONSTRAINT plan_extension_with_reason CHECK ((NOT (reason = ''::text)))
);

ALTER TABLE public.action_plans_planextension ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.action_plans_planextension_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.action_plans_planextensionevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    from_on date,
    to_on date NOT NULL,
    reason text NOT NULL,
    given_at timestamp with time zone NOT NULL,
    given_by_id bigint,
    pgh_obj_id bigint NOT NULL,
    plan_id bigint NOT NULL
);

ALTER TABLE public.action_plans_planextensionevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.action_plans_planextensionevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.action_plans_regionrules (
    id bigint NOT NULL,
    escalate_after_days smallint NOT NULL,
    wants_extra_review boolean NOT NULL,
    extra_within_months smallint NOT NULL,
    extra_since date,
    version integer NOT NULL,
    region_id bigint NOT NULL,
    CONSTRAINT action_plans_regionrules_escalate_after_days_check CHECK ((escalate_after_days >= 0)),
    CONSTRAINT action_plans_regionrules_extra_within_months_check CHECK ((extra_within_months >= 0)),
    CONSTRAINT action_plans_regionrules_version_check CHECK ((version >= 0)),
    CONSTRAINT extra_review_since_a_day CHECK (((NOT wants_extra_review) OR (extra_since IS NOT NULL)))
);

ALTER TABLE public.action_plans_regionrules ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.action_plans_regionrules_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.action_plans_regionrulesevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    escalate_after_days smallint NOT NULL,
    wants_extra_review boolean NOT NULL,
    extra_within_months smallint NOT NULL,
    extra_since date,
    version integer NOT NULL,
    pgh_obj_id bigint NOT NULL,
    region_id bigint NOT NULL,
    CONSTRAINT action_plans_regionrulesevent_escalate_after_days_check CHECK ((escalate_after_days >= 0)),
    CONSTRAINT action_plans_regionrulesevent_extra_within_months_check CHECK ((extra_within_months >= 0)),
    CONSTRAINT action_plans_regionrulesevent_version_check CHECK ((version >= 0))
);

ALTER TABLE public.action_plans_regionrulesevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.action_plans_regionrulesevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);

ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);

ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);

ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);

ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);

ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);

CREATE TABLE public.files_storedfile (
    id bigint NOT NULL,
    sha256 character varying(64) NOT NULL,
    size integer NOT NULL,
    media_type character varying(100) NOT NULL,
    data bytea NOT NULL,
    stored_at timestamp with time zone NOT NULL,
    CONSTRAINT files_storedfile_size_check CHECK ((size >= 0)),
    CONSTRAINT stored_file_not_empty CHECK ((size > 0))
);

ALTER TABLE public.files_storedfile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.files_storedfile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.files_storedfileevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    sha256 character varying(64) NOT NULL,
    size integer NOT NULL,
    media_type character varying(100) NOT NULL,
    stored_at timestamp with time zone NOT NULL,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT files_storedfileevent_size_check CHECK ((size >= 0))
);

ALTER TABLE public.files_storedfileevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.files_storedfileevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.mfa_authenticator (
    id bigint NOT NULL,
    type character varying(20) NOT NULL,
    data jsonb NOT NULL,
    user_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone
);

ALTER TABLE public.mfa_authenticator ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mfa_authenticator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.notifications_mailsettings (
    id bigint NOT NULL,
    mail character varying(8) NOT NULL,
    quiet_from smallint NOT NULL,
    quiet_until smallint NOT NULL,
    quiet_weekends boolean NOT NULL,
    refused_address character varying(64) NOT NULL,
    refused_at timestamp with time zone,
    person_id bigint NOT NULL,
    CONSTRAINT mail_mode_known CHECK (((mail)::text = ANY ((ARRAY['at_once'::character varying, 'daily'::character varying, 'none'::character varying])::text[]))),
    CONSTRAINT mail_quiet_hours_exist CHECK (((quiet_from <= 23) AND (quiet_until <= 23))),
    CONSTRAINT notifications_mailsettings_quiet_from_check CHECK ((quiet_from >= 0)),
    CONSTRAINT notifications_mailsettings_quiet_until_check CHECK ((quiet_until >= 0))
);

ALTER TABLE public.notifications_mailsettings ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.notifications_mailsettings_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.notifications_mailsettingsevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    mail character varying(8) NOT NULL,
    quiet_from smallint NOT NULL,
    quiet_until smallint NOT NULL,
    quiet_weekends boolean NOT NULL,
    person_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT notifications_mailsettingsevent_quiet_from_check CHECK ((quiet_from >= 0)),
    CONSTRAINT notifications_mailsettingsevent_quiet_until_check CHECK ((quiet_until >= 0))
);

ALTER TABLE public.notifications_mailsettingsevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.notifications_mailsettingsevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.notifications_reminder (
    id bigint NOT NULL,
    kind character varying(40) NOT NULL,
    object_id bigint NOT NULL,
    due_on date NOT NULL,
    step smallint NOT NULL,
    name character varying(300) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    read_at timestamp with time zone,
    cancelled_at timestamp with time zone,
    recipient_id bigint NOT NULL,
    letter_id bigint
);

ALTER TABLE public.notifications_reminder ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.notifications_reminder_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.notifications_reminderletter (
    id bigint NOT NULL,
    digest_on date,
    state character varying(8) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    settled_at timestamp with time zone,
    recipient_id bigint NOT NULL,
    CONSTRAINT letter_state_known CHECK (((state)::text = ANY ((ARRAY['queued'::character varying, 'sent'::character varying, 'dropped'::character varying, 'refused'::character varying, 'failed'::character varying])::text[])))
);

ALTER TABLE public.notifications_reminderletter ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.notifications_reminderletter_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.organisations_careprovider (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    sort_key character varying(400) NOT NULL,
    is_private boolean NOT NULL,
    organisation_number character varying(20) NOT NULL,
    closed_on date,
    version integer NOT NULL,
    merged_into_id bigint,
    region_id bigint,
    hsa_id character varying(64) DEFAULT ''::character varying NOT NULL,
    CONSTRAINT care_provider_not_merged_into_itself CHECK (((merged_into_id IS NULL) OR (NOT ((merged_into_id = id) AND (merged_into_id IS NOT NULL))))),
    CONSTRAINT organisations_careprovider_version_check CHECK ((version >= 0))
);

ALTER TABLE public.organisations_careprovider ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisations_careprovider_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.organisations_careproviderevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    sort_key character varying(400) NOT NULL,
    is_private boolean NOT NULL,
    organisation_number character varying(20) NOT NULL,
    closed_on date,
    version integer NOT NULL,
    merged_into_id bigint,
    pgh_obj_id bigint NOT NULL,
    region_id bigint,
    hsa_id character varying(64) DEFAULT ''::character varying NOT NULL,
    CONSTRAINT organisations_careproviderevent_version_check CHECK ((version >= 0))
);

ALTER TABLE public.organisations_careproviderevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisations_careproviderevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.organisations_earliername (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    sort_key character varying(400) NOT NULL,
    used_until date,
    unit_id bigint NOT NULL
);

ALTER TABLE public.organisations_earliername ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisations_earliername_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.organisations_earliernameevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    sort_key character varying(400) NOT NULL,
    used_until date,
    pgh_obj_id bigint NOT NULL,
    unit_id bigint NOT NULL
);

ALTER TABLE public.organisations_earliernameevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisations_earliernameevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.organisations_region (
    id bigint NOT NULL,
    code character varying(2) NOT NULL,
    name character varying(200) NOT NULL,
    sort_key character varying(400) NOT NULL,
    merged_into_id bigint,
    version integer NOT NULL,
    CONSTRAINT organisations_region_version_check CHECK ((version >= 0)),
    CONSTRAINT region_not_merged_into_itself CHECK (((merged_into_id IS NULL) OR (NOT ((merged_into_id = id) AND (merged_into_id IS NOT NULL)))))
);

ALTER TABLE public.organisations_region ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisations_region_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.organisations_regionevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    code character varying(2) NOT NULL,
    name character varying(200) NOT NULL,
    sort_key character varying(400) NOT NULL,
    pgh_obj_id bigint NOT NULL,
    merged_into_id bigint,
    version integer NOT NULL,
    CONSTRAINT organisations_regionevent_version_check CHECK ((version >= 0))
);

ALTER TABLE public.organisations_regionevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisations_regionevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.organisations_specialty (
    id bigint NOT NULL,
    key character varying(80) NOT NULL,
    name character varying(200) NOT NULL,
    name_en character varying(200) NOT NULL,
    sort_key character varying(400) NOT NULL,
    kind character varying(12) NOT NULL,
    "group" character varying(100) NOT NULL,
    association character varying(200) NOT NULL,
    closed_on date,
    merged_into_id bigint,
    parent_id bigint,
    version integer NOT NULL,
    CONSTRAINT organisations_specialty_version_check CHECK ((version >= 0)),
    CONSTRAINT specialty_kind_known CHECK (((kind)::text = ANY ((ARRAY['base'::character varying, 'branch'::character varying, 'additional'::character varying])::text[]))),
    CONSTRAINT specialty_not_merged_into_itself CHECK (((merged_into_id IS NULL) OR (NOT ((merged_into_id = id) AND (merged_into_id IS NOT NULL)))))
);

ALTER TABLE public.organisations_specialty ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisations_specialty_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.organisations_specialtyevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    key character varying(80) NOT NULL,
    name character varying(200) NOT NULL,
    name_en character varying(200) NOT NULL,
    sort_key character varying(400) NOT NULL,
    kind character varying(12) NOT NULL,
    "group" character varying(100) NOT NULL,
    association character varying(200) NOT NULL,
    closed_on date,
    merged_into_id bigint,
    parent_id bigint,
    pgh_obj_id bigint NOT NULL,
    version integer NOT NULL,
    CONSTRAINT organisations_specialtyevent_version_check CHECK ((version >= 0))
);

ALTER TABLE public.organisations_specialtyevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisations_specialtyevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.organisations_unit (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    sort_key character varying(400) NOT NULL,
    site character varying(200) NOT NULL,
    hsa_id character varying(64) NOT NULL,
    closed_on date,
    version integer NOT NULL,
    search_text text NOT NULL,
    search_vector tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, COALESCE(search_text, ''::text))) STORED,
    care_provider_id bigint NOT NULL,
    merged_into_id bigint,
    parent_id bigint,
    region_id bigint NOT NULL,
    CONSTRAINT organisations_unit_version_check CHECK ((version >= 0)),
    CONSTRAINT unit_not_its_own_parent CHECK (((parent_id IS NULL) OR (NOT ((parent_id = id) AND (parent_id IS NOT NULL))))),
    CONSTRAINT unit_not_merged_into_itself CHECK (((merged_into_id IS NULL) OR (NOT ((merged_into_id = id) AND (merged_into_id IS NOT NULL)))))
);

ALTER TABLE public.organisations_unit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisations_unit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.organisations_unitevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    sort_key character varying(400) NOT NULL,
    site character varying(200) NOT NULL,
    hsa_id character varying(64) NOT NULL,
    closed_on date,
    version integer NOT NULL,
    care_provider_id bigint NOT NULL,
    merged_into_id bigint,
    parent_id bigint,
    pgh_obj_id bigint NOT NULL,
    region_id bigint NOT NULL,
    CONSTRAINT organisations_unitevent_version_check CHECK ((version >= 0))
);

ALTER TABLE public.organisations_unitevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisations_unitevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.organisations_unitspecialty (
    id bigint NOT NULL,
    specialty_id bigint NOT NULL,
    unit_id bigint NOT NULL
);

ALTER TABLE public.organisations_unitspecialty ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisations_unitspecialty_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.organisations_unitspecialtyevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    specialty_id bigint NOT NULL,
    unit_id bigint NOT NULL
);

ALTER TABLE public.organisations_unitspecialtyevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisations_unitspecialtyevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.pghistory_context (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    metadata jsonb NOT NULL
);

CREATE TABLE public.planning_absence (
    id bigint NOT NULL,
    first date NOT NULL,
    last date NOT NULL,
    person_id bigint NOT NULL,
    CONSTRAINT absence_ends_after_start CHECK ((last >= first))
);

ALTER TABLE public.planning_absence ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.planning_absence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.planning_absenceevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    first date NOT NULL,
    last date NOT NULL,
    person_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL
);

ALTER TABLE public.planning_absenceevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.planning_absenceevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.planning_calendarfeed (
    id bigint NOT NULL,
    digest character varying(64) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    fetched_on date,
    person_id bigint NOT NULL
);

ALTER TABLE public.planning_calendarfeed ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.planning_calendarfeed_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.planning_campaign (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    first date NOT NULL,
    last date NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by_id bigint,
    CONSTRAINT campaign_ends_after_start CHECK ((last >= first))
);

ALTER TABLE public.planning_campaign ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.planning_campaign_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.planning_campaigncase (
    id bigint NOT NULL,
    campaign_id bigint NOT NULL,
    review_id bigint NOT NULL
);

ALTER TABLE public.planning_campaigncase ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.planning_campaigncase_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.planning_campaigncaseevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    campaign_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    review_id bigint NOT NULL
);

ALTER TABLE public.planning_campaigncaseevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.planning_campaigncaseevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.planning_campaignevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    first date NOT NULL,
    last date NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by_id bigint,
    pgh_obj_id bigint NOT NULL
);

ALTER TABLE public.planning_campaignevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.planning_campaignevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.planning_order (
    id bigint NOT NULL,
    form_key uuid NOT NULL,
    kind character varying(20) NOT NULL,
    wished_from date NOT NULL,
    wished_to date NOT NULL,
    contact character varying(200) NOT NULL,
    note text NOT NULL,
    state character varying(10) NOT NULL,
    ordered_at timestamp with time zone NOT NULL,
    reason text NOT NULL,
    settled_at timestamp with time zone,
    ordered_by_id bigint,
    settled_by_id bigint,
    specialty_id bigint,
    CONSTRAINT order_declined_with_reason CHECK (((NOT ((state)::text = 'declined'::text)) OR (NOT (reason = ''::text)))),
    CONSTRAINT order_kind_known CHECK (((kind)::text = ANY ((ARRAY['external'::character varying, 'internal'::character varying, 'self_evaluation'::character varying, 'side_placements'::character varying, 'at'::character varying])::text[]))),
    CONSTRAINT order_period_ends_after_start CHECK ((wished_to >= wished_from)),
    CONSTRAINT order_settled_with_a_moment CHECK ((((settled_at IS NULL) AND ((state)::text = 'waiting'::text)) OR ((NOT ((state)::text = 'waiting'::text)) AND (settled_at IS NOT NULL)))),
    CONSTRAINT order_state_known CHECK (((state)::text = ANY ((ARRAY['waiting'::character varying, 'taken_on'::character varying, 'declined'::character varying, 'withdrawn'::character varying])::text[])))
);

ALTER TABLE public.planning_order ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.planning_order_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.planning_orderevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    form_key uuid NOT NULL,
    kind character varying(20) NOT NULL,
    wished_from date NOT NULL,
    wished_to date NOT NULL,
    contact character varying(200) NOT NULL,
    note text NOT NULL,
    state character varying(10) NOT NULL,
    ordered_at timestamp with time zone NOT NULL,
    reason text NOT NULL,
    settled_at timestamp with time zone,
    ordered_by_id bigint,
    pgh_obj_id bigint NOT NULL,
    settled_by_id bigint,
    specialty_id bigint
);

ALTER TABLE public.planning_orderevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.planning_orderevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.planning_orderunit (
    id bigint NOT NULL,
    order_id bigint NOT NULL,
    review_id bigint,
    unit_id bigint NOT NULL
);

ALTER TABLE public.planning_orderunit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.planning_orderunit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.planning_orderunitevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    order_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    review_id bigint,
    unit_id bigint NOT NULL
);

ALTER TABLE public.planning_orderunitevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.planning_orderunitevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.planning_proposedseat (
    id bigint NOT NULL,
    duty character varying(10) NOT NULL,
    facts jsonb NOT NULL,
    state character varying(8) NOT NULL,
    person_id bigint NOT NULL,
    review_id bigint NOT NULL,
    proposal_id bigint NOT NULL,
    CONSTRAINT seat_state_known CHECK (((state)::text = ANY ((ARRAY['open'::character varying, 'taken'::character varying, 'left_out'::character varying])::text[])))
);

ALTER TABLE public.planning_proposedseat ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.planning_proposedseat_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.planning_regionallowed (
    id bigint NOT NULL,
    specialty_id bigint NOT NULL
);

ALTER TABLE public.planning_regionallowed ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.planning_regionallowed_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.planning_regionallowedevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    specialty_id bigint NOT NULL
);

ALTER TABLE public.planning_regionallowedevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.planning_regionallowedevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.planning_reviewerprofile (
    id bigint NOT NULL,
    seniority character varying(8) NOT NULL,
    trained_on date,
    most_in_a_year smallint NOT NULL,
    country character varying(2) NOT NULL,
    version integer NOT NULL,
    person_id bigint NOT NULL,
    CONSTRAINT planning_reviewerprofile_most_in_a_year_check CHECK ((most_in_a_year >= 0)),
    CONSTRAINT planning_reviewerprofile_version_check CHECK ((version >= 0)),
    CONSTRAINT profile_country_known CHECK (((country)::text = ANY ((ARRAY['SE'::character varying, 'DK'::character varying, 'FI'::character varying, 'IS'::character varying, 'NO'::character varying])::text[]))),
    CONSTRAINT profile_seniority_known CHECK (((seniority)::text = ANY ((ARRAY['senior'::character varying, 'junior'::character varying])::text[])))
);

ALTER TABLE public.planning_reviewerprofile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.planning_reviewerprofile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.planning_reviewerprofileevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    seniority character varying(8) NOT NULL,
    trained_on date,
    most_in_a_year smallint NOT NULL,
    country character varying(2) NOT NULL,
    version integer NOT NULL,
    person_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT planning_reviewerprofileevent_most_in_a_year_check CHECK ((most_in_a_year >= 0)),
    CONSTRAINT planning_reviewerprofileevent_version_check CHECK ((version >= 0))
);

ALTER TABLE public.planning_reviewerprofileevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.planning_reviewerprofileevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.planning_reviewertie (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    until date,
    care_provider_id bigint,
    person_id bigint NOT NULL,
    unit_id bigint,
    CONSTRAINT tie_kind_known CHECK (((kind)::text = ANY ((ARRAY['earlier_employer'::character varying, 'own_trainee'::character varying, 'other'::character varying])::text[]))),
    CONSTRAINT tie_to_one_place CHECK ((((care_provider_id IS NOT NULL) AND (unit_id IS NULL)) OR ((care_provider_id IS NULL) AND (unit_id IS NOT NULL))))
);

ALTER TABLE public.planning_reviewertie ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.planning_reviewertie_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.planning_reviewertieevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    until date,
    care_provider_id bigint,
    person_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    unit_id bigint
);

ALTER TABLE public.planning_reviewertieevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.planning_reviewertieevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.planning_slotreviewer (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    slot_id bigint NOT NULL
);

ALTER TABLE public.planning_slotreviewer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.planning_slotreviewer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.planning_slotreviewerevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    slot_id bigint NOT NULL
);

ALTER TABLE public.planning_slotreviewerevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.planning_slotreviewerevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.planning_teamproposal (
    id bigint NOT NULL,
    state character varying(8) NOT NULL,
    percent smallint NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    is_proven boolean NOT NULL,
    asked_by_id bigint,
    campaign_id bigint NOT NULL,
    CONSTRAINT planning_teamproposal_percent_check CHECK ((percent >= 0)),
    CONSTRAINT team_proposal_percent CHECK ((percent <= 100)),
    CONSTRAINT team_proposal_state_known CHECK (((state)::text = ANY ((ARRAY['waiting'::character varying, 'working'::character varying, 'done'::character varying, 'failed'::character varying])::text[])))
);

ALTER TABLE public.planning_teamproposal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.planning_teamproposal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.planning_visitslot (
    id bigint NOT NULL,
    key uuid NOT NULL,
    day date NOT NULL,
    starts time without time zone NOT NULL,
    ends time without time zone NOT NULL,
    kind character varying(20) NOT NULL,
    place character varying(120) NOT NULL,
    with_whom character varying(160) NOT NULL,
    taken_at timestamp with time zone,
    changed_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    removed_at timestamp with time zone,
    review_id bigint NOT NULL,
    taken_by_id bigint,
    CONSTRAINT planning_visitslot_version_check CHECK ((version >= 0)),
    CONSTRAINT slot_ends_after_start CHECK ((ends > starts)),
    CONSTRAINT slot_kind_known CHECK (((kind)::text = ANY ((ARRAY['opening'::character varying, 'head_of_unit'::character varying, 'programme_director'::character varying, 'trainees'::character varying, 'private_talk'::character varying, 'supervisors'::character varying, 'other_staff'::character varying, 'walk_through'::character varying, 'reviewers_alone'::character varying, 'break'::character varying, 'feedback'::character varying, 'other'::character varying])::text[]))),
    CONSTRAINT slot_taken_is_private_talk CHECK (((taken_by_id IS NULL) OR ((kind)::text = 'private_talk'::text)))
);

ALTER TABLE public.planning_visitslot ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.planning_visitslot_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.planning_visitslotevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    key uuid NOT NULL,
    day date NOT NULL,
    starts time without time zone NOT NULL,
    ends time without time zone NOT NULL,
    kind character varying(20) NOT NULL,
    place character varying(120) NOT NULL,
    with_whom character varying(160) NOT NULL,
    version integer NOT NULL,
    removed_at timestamp with time zone,
    pgh_obj_id bigint NOT NULL,
    review_id bigint NOT NULL,
    CONSTRAINT planning_visitslotevent_version_check CHECK ((version >= 0))
);

ALTER TABLE public.planning_visitslotevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.planning_visitslotevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.procrastinate_events (
    id bigint NOT NULL,
    job_id bigint NOT NULL,
    type public.procrastinate_job_event_type,
    at timestamp with time zone DEFAULT now()
);

CREATE SEQUENCE public.procrastinate_events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.procrastinate_events_id_seq OWNED BY public.procrastinate_events.id;

CREATE SEQUENCE public.procrastinate_jobs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.procrastinate_jobs_id_seq OWNED BY public.procrastinate_jobs.id;

CREATE TABLE public.procrastinate_periodic_defers (
    id bigint NOT NULL,
    task_name character varying(128) NOT NULL,
    defer_timestamp bigint,
    job_id bigint,
    periodic_id character varying(128) DEFAULT ''::character varying NOT NULL
);

CREATE SEQUENCE public.procrastinate_periodic_defers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.procrastinate_periodic_defers_id_seq OWNED BY public.procrastinate_periodic_defers.id;

CREATE TABLE public.procrastinate_workers (
    id bigint NOT NULL,
    last_heartbeat timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE public.procrastinate_workers ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.procrastinate_workers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.questionnaires_answer (
    key uuid NOT NULL,
    content jsonb NOT NULL,
    group_id bigint NOT NULL
);

CREATE TABLE public.questionnaires_draft (
    key character varying(64) NOT NULL,
    content bytea NOT NULL,
    group_id bigint NOT NULL
);

CREATE TABLE public.questionnaires_group (
    id bigint NOT NULL,
    instrument_key character varying(60) NOT NULL,
    is_open boolean NOT NULL,
    invited_count integer NOT NULL,
    answered_count integer,
    round_id bigint NOT NULL,
    CONSTRAINT group_answered_by_three_or_unknown CHECK (((answered_count IS NULL) OR is_open OR (answered_count >= 3))),
    CONSTRAINT questionnaires_group_answered_count_check CHECK ((answered_count >= 0)),
    CONSTRAINT questionnaires_group_invited_count_check CHECK ((invited_count >= 0))
);

ALTER TABLE public.questionnaires_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.questionnaires_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.questionnaires_invitation (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    email character varying(254) NOT NULL,
    language character varying(2) NOT NULL,
    is_sent boolean NOT NULL,
    is_undelivered boolean NOT NULL,
    group_id bigint NOT NULL,
    CONSTRAINT invited_language_known CHECK (((language)::text = ANY ((ARRAY['sv'::character varying, 'en'::character varying])::text[])))
);

ALTER TABLE public.questionnaires_invitation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.questionnaires_invitation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.questionnaires_link (
    token_hash character varying(64) NOT NULL,
    group_id bigint NOT NULL,
    invitation_id bigint
);

CREATE TABLE public.questionnaires_openanswer (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    content jsonb NOT NULL,
    group_id bigint NOT NULL
);

ALTER TABLE public.questionnaires_openanswer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.questionnaires_openanswer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.questionnaires_round (
    id bigint NOT NULL,
    subject_key character varying(60) NOT NULL,
    state character varying(12) NOT NULL,
    closes_on date NOT NULL,
    sent_on date,
    reminded_on date,
    reminder_count smallint NOT NULL,
    unit_id bigint NOT NULL,
    CONSTRAINT questionnaires_round_reminder_count_check CHECK ((reminder_count >= 0)),
    CONSTRAINT round_sent_on_a_day CHECK ((((state)::text = 'preparing'::text) OR (sent_on IS NOT NULL))),
    CONSTRAINT round_state_known CHECK (((state)::text = ANY ((ARRAY['preparing'::character varying, 'open'::character varying, 'closed'::character varying])::text[])))
);

ALTER TABLE public.questionnaires_round ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.questionnaires_round_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.questionnaires_roundevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    subject_key character varying(60) NOT NULL,
    state character varying(12) NOT NULL,
    closes_on date NOT NULL,
    sent_on date,
    reminded_on date,
    reminder_count smallint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    CONSTRAINT questionnaires_roundevent_reminder_count_check CHECK ((reminder_count >= 0))
);

ALTER TABLE public.questionnaires_roundevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.questionnaires_roundevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.questionnaires_spent (
    invitation_id bigint NOT NULL
);

CREATE TABLE public.questionnaires_waiting (
    key uuid NOT NULL,
    content bytea NOT NULL,
    group_id bigint NOT NULL
);

CREATE TABLE public.report_import_doubtanswer (
    id bigint NOT NULL,
    doubt_key character varying(200) NOT NULL,
    answer character varying(20) NOT NULL,
    answered_at timestamp with time zone NOT NULL,
    answered_by_id bigint,
    proposal_id bigint NOT NULL
);

ALTER TABLE public.report_import_doubtanswer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.report_import_doubtanswer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.report_import_doubtanswerevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    doubt_key character varying(200) NOT NULL,
    answer character varying(20) NOT NULL,
    answered_at timestamp with time zone NOT NULL,
    answered_by_id bigint,
    pgh_obj_id bigint NOT NULL,
    proposal_id bigint NOT NULL
);

ALTER TABLE public.report_import_doubtanswerevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.report_import_doubtanswerevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.report_import_fielddecision (
    id bigint NOT NULL,
    path character varying(120) NOT NULL,
    value jsonb,
    decided_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    decided_by_id bigint,
    proposal_id bigint NOT NULL,
    CONSTRAINT report_import_fielddecision_version_check CHECK ((version >= 0))
);

ALTER TABLE public.report_import_fielddecision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.report_import_fielddecision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.report_import_fielddecisionevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    path character varying(120) NOT NULL,
    value jsonb,
    decided_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    decided_by_id bigint,
    pgh_obj_id bigint NOT NULL,
    proposal_id bigint NOT NULL,
    CONSTRAINT report_import_fielddecisionevent_version_check CHECK ((version >= 0))
);

ALTER TABLE public.report_import_fielddecisionevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.report_import_fielddecisionevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.report_import_importbatch (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by_key character varying(60) NOT NULL,
    created_by_id bigint,
    form_key uuid
);

ALTER TABLE public.report_import_importbatch ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.report_import_importbatch_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.report_import_importbatchevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by_key character varying(60) NOT NULL,
    created_by_id bigint,
    pgh_obj_id bigint NOT NULL,
    form_key uuid
);

ALTER TABLE public.report_import_importbatchevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.report_import_importbatchevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.report_import_importproposal (
    id bigint NOT NULL,
    file_name character varying(255) NOT NULL,
    state character varying(12) NOT NULL,
    refusal_code character varying(40) NOT NULL,
    lines jsonb NOT NULL,
    page_count integer NOT NULL,
    taken_back_reason text NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    batch_id bigint NOT NULL,
    chosen_specialty_id bigint,
    chosen_unit_id bigint,
    duplicate_of_id bigint,
    review_id bigint,
    stored_file_id bigint,
    open_doubt_count smallint NOT NULL,
    read_unit character varying(200) NOT NULL,
    CONSTRAINT proposal_confirmed_has_review CHECK (((NOT ((state)::text = 'confirmed'::text)) OR (review_id IS NOT NULL))),
    CONSTRAINT proposal_refused_with_code CHECK (((NOT ((state)::text = 'refused'::text)) OR (NOT ((refusal_code)::text = ''::text)))),
    CONSTRAINT proposal_state_known CHECK (((state)::text = ANY ((ARRAY['waiting'::character varying, 'proposed'::character varying, 'refused'::character varying, 'duplicate'::character varying, 'confirmed'::character varying, 'taken_back'::character varying, 'discarded'::character varying])::text[]))),
    CONSTRAINT proposal_taken_back_with_reason CHECK (((NOT ((state)::text = 'taken_back'::text)) OR (NOT (taken_back_reason = ''::text)))),
    CONSTRAINT report_import_importproposal_open_doubt_count_check CHECK ((open_doubt_count >= 0)),
    CONSTRAINT report_import_importproposal_page_count_check CHECK ((page_count >= 0)),
    CONSTRAINT report_import_importproposal_version_check CHECK ((version >= 0))
);

ALTER TABLE public.report_import_importproposal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.report_import_importproposal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.report_import_importproposalevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    file_name character varying(255) NOT NULL,
    state character varying(12) NOT NULL,
    refusal_code character varying(40) NOT NULL,
    page_count integer NOT NULL,
    taken_back_reason text NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    batch_id bigint NOT NULL,
    chosen_specialty_id bigint,
    chosen_unit_id bigint,
    duplicate_of_id bigint,
    pgh_obj_id bigint NOT NULL,
    review_id bigint,
    stored_file_id bigint,
    read_unit character varying(200) NOT NULL,
    CONSTRAINT report_import_importproposalevent_page_count_check CHECK ((page_count >= 0)),
    CONSTRAINT report_import_importproposalevent_version_check CHECK ((version >= 0))
);

ALTER TABLE public.report_import_importproposalevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.report_import_importproposalevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.report_import_presence (
    id bigint NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    person_id bigint NOT NULL,
    proposal_id bigint NOT NULL
);

ALTER TABLE public.report_import_presence ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.report_import_presence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.report_import_proposalreading (
    id bigint NOT NULL,
    reader_version character varying(20) NOT NULL,
    reading jsonb NOT NULL,
    places jsonb NOT NULL,
    read_at timestamp with time zone NOT NULL,
    proposal_id bigint NOT NULL
);

ALTER TABLE public.report_import_proposalreading ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.report_import_proposalreading_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.report_import_proposalreadingevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    reader_version character varying(20) NOT NULL,
    read_at timestamp with time zone NOT NULL,
    pgh_obj_id bigint NOT NULL,
    proposal_id bigint NOT NULL
);

ALTER TABLE public.report_import_proposalreadingevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.report_import_proposalreadingevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_actionplanitem (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    area_key character varying(8) NOT NULL,
    criterion_key character varying(12) NOT NULL,
    action text NOT NULL,
    due_text text NOT NULL,
    due_on date,
    responsible text NOT NULL,
    follow_up_text text NOT NULL,
    follow_up_on date,
    follow_up_responsible text NOT NULL,
    state character varying(16) NOT NULL,
    version integer NOT NULL,
    part_id bigint NOT NULL,
    CONSTRAINT plan_item_state_known CHECK (((state)::text = ANY ((ARRAY['planned'::character varying, 'reported_done'::character varying, 'done'::character varying, 'not_done'::character varying, 'unknown'::character varying])::text[]))),
    CONSTRAINT reviews_actionplanitem_position_check CHECK (("position" >= 0)),
    CONSTRAINT reviews_actionplanitem_version_check CHECK ((version >= 0))
);

ALTER TABLE public.reviews_actionplanitem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_actionplanitem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_actionplanitemevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    area_key character varying(8) NOT NULL,
    criterion_key character varying(12) NOT NULL,
    action text NOT NULL,
    due_text text NOT NULL,
    due_on date,
    responsible text NOT NULL,
    follow_up_text text NOT NULL,
    follow_up_on date,
    follow_up_responsible text NOT NULL,
    state character varying(16) NOT NULL,
    version integer NOT NULL,
    pgh_obj_id bigint NOT NULL,
    part_id bigint NOT NULL,
    CONSTRAINT reviews_actionplanitemevent_position_check CHECK (("position" >= 0)),
    CONSTRAINT reviews_actionplanitemevent_version_check CHECK ((version >= 0))
);

ALTER TABLE public.reviews_actionplanitemevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_actionplanitemevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_actionprogress (
    id bigint NOT NULL,
    state character varying(16) NOT NULL,
    note text NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    item_id bigint NOT NULL,
    recorded_by_id bigint,
    CONSTRAINT action_progress_state_known CHECK (((state)::text = ANY ((ARRAY['planned'::character varying, 'reported_done'::character varying, 'done'::character varying, 'not_done'::character varying, 'unknown'::character varying])::text[])))
);

ALTER TABLE public.reviews_actionprogress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_actionprogress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_actionprogressevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    state character varying(16) NOT NULL,
    note text NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    item_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    recorded_by_id bigint
);

ALTER TABLE public.reviews_actionprogressevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_actionprogressevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_areadone (
    id bigint NOT NULL,
    area_key character varying(8) NOT NULL,
    done_at timestamp with time zone NOT NULL,
    part_id bigint NOT NULL,
    reviewer_id bigint NOT NULL
);

ALTER TABLE public.reviews_areadone ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_areadone_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_areadoneevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    area_key character varying(8) NOT NULL,
    done_at timestamp with time zone NOT NULL,
    part_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    reviewer_id bigint NOT NULL
);

ALTER TABLE public.reviews_areadoneevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_areadoneevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_areatext (
    id bigint NOT NULL,
    area_key character varying(8) NOT NULL,
    narrative text NOT NULL,
    grade_quote text NOT NULL,
    part_id bigint NOT NULL
);

ALTER TABLE public.reviews_areatext ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_areatext_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_areatextevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    area_key character varying(8) NOT NULL,
    narrative text NOT NULL,
    grade_quote text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    part_id bigint NOT NULL
);

ALTER TABLE public.reviews_areatextevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_areatextevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_calibrationcomment (
    id bigint NOT NULL,
    area_key character varying(8) NOT NULL,
    advice character varying(12) NOT NULL,
    text text NOT NULL,
    written_at timestamp with time zone NOT NULL,
    part_id bigint NOT NULL,
    written_by_id bigint,
    answer text DEFAULT ''::text NOT NULL,
    answered_at timestamp with time zone,
    answered_by_id bigint,
    CONSTRAINT calibration_advice_known CHECK (((advice)::text = ANY ((ARRAY['keep'::character varying, 'reconsider'::character varying])::text[]))),
    CONSTRAINT calibration_answered_with_words CHECK ((((answer = ''::text) AND (answered_at IS NULL)) OR ((NOT (answer = ''::text)) AND (answered_at IS NOT NULL)))),
    CONSTRAINT calibration_not_empty CHECK ((NOT (text = ''::text)))
);

ALTER TABLE public.reviews_calibrationcomment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_calibrationcomment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_calibrationcommentevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    area_key character varying(8) NOT NULL,
    advice character varying(12) NOT NULL,
    text text NOT NULL,
    written_at timestamp with time zone NOT NULL,
    part_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    written_by_id bigint,
    answer text DEFAULT ''::text NOT NULL,
    answered_at timestamp with time zone,
    answered_by_id bigint
);

ALTER TABLE public.reviews_calibrationcommentevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_calibrationcommentevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_caseexport (
    id bigint NOT NULL,
    request character varying(300) NOT NULL,
    files jsonb NOT NULL,
    withheld jsonb NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_by_id bigint,
    review_id bigint NOT NULL,
    language character varying(5) DEFAULT 'sv'::character varying NOT NULL,
    state character varying(20) DEFAULT ''::character varying NOT NULL,
    CONSTRAINT case_export_for_a_request CHECK ((NOT ((request)::text = ''::text)))
);

ALTER TABLE public.reviews_caseexport ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_caseexport_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_caseexportevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    request character varying(300) NOT NULL,
    files jsonb NOT NULL,
    withheld jsonb NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_by_id bigint,
    pgh_obj_id bigint NOT NULL,
    review_id bigint NOT NULL,
    language character varying(5) DEFAULT 'sv'::character varying NOT NULL,
    state character varying(20) DEFAULT ''::character varying NOT NULL
);

ALTER TABLE public.reviews_caseexportevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_caseexportevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_casemove (
    id bigint NOT NULL,
    step character varying(20) NOT NULL,
    from_state character varying(20) NOT NULL,
    to_state character varying(20) NOT NULL,
    reason text NOT NULL,
    moved_at timestamp with time zone NOT NULL,
    moved_by_id bigint,
    review_id bigint NOT NULL,
    CONSTRAINT case_move_state_known CHECK (((to_state)::text = ANY ((ARRAY['ordered'::character varying, 'planned'::character varying, 'preparing'::character varying, 'visited'::character varying, 'draft'::character varying, 'fact_check'::character varying, 'calibration'::character varying, 'decided'::character varying, 'follow_up'::character varying, 'closed'::character varying, 'withdrawn'::character varying, 'taken_back'::character varying])::text[])))
);

ALTER TABLE public.reviews_casemove ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_casemove_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_casemoveevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    step character varying(20) NOT NULL,
    from_state character varying(20) NOT NULL,
    to_state character varying(20) NOT NULL,
    reason text NOT NULL,
    moved_at timestamp with time zone NOT NULL,
    moved_by_id bigint,
    pgh_obj_id bigint NOT NULL,
    review_id bigint NOT NULL
);

ALTER TABLE public.reviews_casemoveevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_casemoveevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_casenumberseries (
    year smallint NOT NULL,
    last integer NOT NULL,
    CONSTRAINT reviews_casenumberseries_last_check CHECK ((last >= 0)),
    CONSTRAINT reviews_casenumberseries_year_check CHECK ((year >= 0))
);

CREATE TABLE public.reviews_correction (
    id bigint NOT NULL,
    what character varying(8) NOT NULL,
    key character varying(20) NOT NULL,
    reason text NOT NULL,
    corrected_on date NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_by_id bigint,
    part_id bigint,
    review_id bigint NOT NULL,
    CONSTRAINT correction_kind_known CHECK (((what)::text = ANY ((ARRAY['facts'::character varying, 'text'::character varying, 'grade'::character varying, 'verdict'::character varying, 'plan'::character varying])::text[]))),
    CONSTRAINT correction_with_reason CHECK ((NOT (reason = ''::text)))
);

ALTER TABLE public.reviews_correction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_correction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_correctionevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    what character varying(8) NOT NULL,
    key character varying(20) NOT NULL,
    reason text NOT NULL,
    corrected_on date NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_by_id bigint,
    part_id bigint,
    pgh_obj_id bigint NOT NULL,
    review_id bigint NOT NULL
);

ALTER TABLE public.reviews_correctionevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_correctionevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_factcheck (
    id bigint NOT NULL,
    number smallint NOT NULL,
    draft jsonb NOT NULL,
    due_on date NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    ended_at timestamp with time zone,
    finished_by_id bigint,
    review_id bigint NOT NULL,
    sent_by_id bigint,
    CONSTRAINT reviews_factcheck_number_check CHECK ((number >= 0))
);

ALTER TABLE public.reviews_factcheck ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_factcheck_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_factcheckevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    number smallint NOT NULL,
    draft jsonb NOT NULL,
    due_on date NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    ended_at timestamp with time zone,
    finished_by_id bigint,
    pgh_obj_id bigint NOT NULL,
    review_id bigint NOT NULL,
    sent_by_id bigint,
    CONSTRAINT reviews_factcheckevent_number_check CHECK ((number >= 0))
);

ALTER TABLE public.reviews_factcheckevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_factcheckevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_grade (
    id bigint NOT NULL,
    area_key character varying(8) NOT NULL,
    round character varying(12) NOT NULL,
    sequence smallint NOT NULL,
    outcome character varying(24) NOT NULL,
    reason text NOT NULL,
    decided_on date,
    recorded_at timestamp with time zone NOT NULL,
    decided_by_id bigint,
    part_id bigint NOT NULL,
    CONSTRAINT grade_outcome_known CHECK (((outcome)::text = ANY ((ARRAY['failed'::character varying, 'passed_with_remarks'::character varying, 'passed'::character varying, 'passed_well'::character varying])::text[]))),
    CONSTRAINT grade_round_known CHECK (((round)::text = ANY ((ARRAY['provisional'::character varying, 'decision'::character varying, 'reconsidered'::character varying, 'action_plan'::character varying, 'follow_up'::character varying, 'correction'::character varying])::text[]))),
    CONSTRAINT reviews_grade_sequence_check CHECK ((sequence >= 0))
);

ALTER TABLE public.reviews_grade ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_grade_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_gradeevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    area_key character varying(8) NOT NULL,
    round character varying(12) NOT NULL,
    sequence smallint NOT NULL,
    outcome character varying(24) NOT NULL,
    reason text NOT NULL,
    decided_on date,
    recorded_at timestamp with time zone NOT NULL,
    decided_by_id bigint,
    pgh_obj_id bigint NOT NULL,
    part_id bigint NOT NULL,
    CONSTRAINT reviews_gradeevent_sequence_check CHECK ((sequence >= 0))
);

ALTER TABLE public.reviews_gradeevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_gradeevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_interviewnote (
    id bigint NOT NULL,
    key uuid NOT NULL,
    interviewed character varying(30) NOT NULL,
    heard_at timestamp with time zone NOT NULL,
    text text NOT NULL,
    first_text text NOT NULL,
    criteria character varying(12)[] NOT NULL,
    written_at timestamp with time zone NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    removed_at timestamp with time zone,
    author_id bigint NOT NULL,
    part_id bigint NOT NULL,
    CONSTRAINT note_interviewed_known CHECK (((interviewed)::text = ANY ((ARRAY['trainees'::character varying, 'supervisors'::character varying, 'head_of_unit'::character varying, 'programme_director'::character varying, 'medical_lead'::character varying, 'other_staff'::character varying, 'walk_round'::character varying])::text[]))),
    CONSTRAINT note_not_empty CHECK ((NOT (text = ''::text))),
    CONSTRAINT reviews_interviewnote_version_check CHECK ((version >= 0))
);

ALTER TABLE public.reviews_interviewnote ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_interviewnote_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_interviewnoteevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    key uuid NOT NULL,
    interviewed character varying(30) NOT NULL,
    heard_at timestamp with time zone NOT NULL,
    text text NOT NULL,
    first_text text NOT NULL,
    criteria character varying(12)[] NOT NULL,
    written_at timestamp with time zone NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    removed_at timestamp with time zone,
    author_id bigint NOT NULL,
    part_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT reviews_interviewnoteevent_version_check CHECK ((version >= 0))
);

ALTER TABLE public.reviews_interviewnoteevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_interviewnoteevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_judgement (
    id bigint NOT NULL,
    criterion_key character varying(12) NOT NULL,
    outcome character varying(16) NOT NULL,
    note text NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    part_id bigint NOT NULL,
    reviewer_id bigint NOT NULL,
    evidence character varying(60)[] DEFAULT '{}'::character varying(60)[] NOT NULL,
    CONSTRAINT judgement_outcome_known CHECK ((((outcome)::text = ''::text) OR ((outcome)::text = ANY ((ARRAY['met'::character varying, 'partly_met'::character varying, 'not_met'::character varying, 'not_applicable'::character varying, 'cannot_tell'::character varying])::text[])))),
    CONSTRAINT reviews_judgement_version_check CHECK ((version >= 0))
);

ALTER TABLE public.reviews_judgement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_judgement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_judgementevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    criterion_key character varying(12) NOT NULL,
    outcome character varying(16) NOT NULL,
    note text NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    part_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    reviewer_id bigint NOT NULL,
    evidence character varying(60)[] DEFAULT '{}'::character varying(60)[] NOT NULL,
    CONSTRAINT reviews_judgementevent_version_check CHECK ((version >= 0))
);

ALTER TABLE public.reviews_judgementevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_judgementevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_materialcomment (
    id bigint NOT NULL,
    text text NOT NULL,
    written_at timestamp with time zone NOT NULL,
    written_by_id bigint,
    item_id bigint NOT NULL,
    CONSTRAINT material_comment_not_empty CHECK ((NOT (text = ''::text)))
);

ALTER TABLE public.reviews_materialcomment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_materialcomment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_materialcommentevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    text text NOT NULL,
    written_at timestamp with time zone NOT NULL,
    pgh_obj_id bigint NOT NULL,
    written_by_id bigint,
    item_id bigint NOT NULL
);

ALTER TABLE public.reviews_materialcommentevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_materialcommentevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_materialfile (
    id bigint NOT NULL,
    name character varying(255) NOT NULL,
    "position" smallint NOT NULL,
    stored_file_id bigint NOT NULL,
    hand_in_id bigint NOT NULL,
    CONSTRAINT reviews_materialfile_position_check CHECK (("position" >= 0))
);

ALTER TABLE public.reviews_materialfile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_materialfile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_materialfileevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    name character varying(255) NOT NULL,
    "position" smallint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    stored_file_id bigint NOT NULL,
    hand_in_id bigint NOT NULL,
    CONSTRAINT reviews_materialfileevent_position_check CHECK (("position" >= 0))
);

ALTER TABLE public.reviews_materialfileevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_materialfileevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_materialitem (
    id bigint NOT NULL,
    list_key character varying(60) NOT NULL,
    item_key character varying(60) NOT NULL,
    title character varying(200) NOT NULL,
    guidance text NOT NULL,
    "position" smallint NOT NULL,
    status character varying(20) NOT NULL,
    status_reason text NOT NULL,
    owner_duty character varying(30) NOT NULL,
    due_on date NOT NULL,
    added_at timestamp with time zone NOT NULL,
    removed_at timestamp with time zone,
    removal_reason text NOT NULL,
    added_by_id bigint,
    owner_id bigint,
    review_id bigint NOT NULL,
    has_own_day boolean DEFAULT false NOT NULL,
    CONSTRAINT material_duty_known CHECK (((owner_duty)::text = ANY ((ARRAY['head_of_unit'::character varying, 'programme_director'::character varying])::text[]))),
    CONSTRAINT material_listed_or_titled CHECK ((((NOT ((item_key)::text = ''::text)) AND (NOT ((list_key)::text = ''::text))) OR (((item_key)::text = ''::text) AND (NOT ((title)::text = ''::text))))),
    CONSTRAINT material_removed_with_reason CHECK (((removed_at IS NULL) OR (NOT (removal_reason = ''::text)))),
    CONSTRAINT material_status_known CHECK (((status)::text = ANY ((ARRAY['asked'::character varying, 'linked'::character varying, 'handed_in'::character varying, 'accepted'::character varying, 'asked_again'::character varying, 'not_applicable'::character varying])::text[]))),
    CONSTRAINT material_status_with_reason CHECK (((NOT ((status)::text = ANY ((ARRAY['not_applicable'::character varying, 'asked_again'::character varying])::text[]))) OR (NOT (status_reason = ''::text)))),
    CONSTRAINT reviews_materialitem_position_check CHECK (("position" >= 0))
);

ALTER TABLE public.reviews_materialitem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_materialitem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_materialitemevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    list_key character varying(60) NOT NULL,
    item_key character varying(60) NOT NULL,
    title character varying(200) NOT NULL,
    guidance text NOT NULL,
    "position" smallint NOT NULL,
    status character varying(20) NOT NULL,
    status_reason text NOT NULL,
    owner_duty character varying(30) NOT NULL,
    due_on date NOT NULL,
    added_at timestamp with time zone NOT NULL,
    removed_at timestamp with time zone,
    removal_reason text NOT NULL,
    added_by_id bigint,
    owner_id bigint,
    pgh_obj_id bigint NOT NULL,
    review_id bigint NOT NULL,
    has_own_day boolean DEFAULT false NOT NULL,
    CONSTRAINT reviews_materialitemevent_position_check CHECK (("position" >= 0))
);

ALTER TABLE public.reviews_materialitemevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_materialitemevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_materiallook (
    id bigint NOT NULL,
    looked_at timestamp with time zone NOT NULL,
    item_id bigint NOT NULL,
    person_id bigint NOT NULL
);

ALTER TABLE public.reviews_materiallook ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_materiallook_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_materialopening (
    id bigint NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    file_id bigint NOT NULL,
    person_id bigint NOT NULL
);

ALTER TABLE public.reviews_materialopening ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_materialopening_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_materialopeningevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    file_id bigint NOT NULL,
    person_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL
);

ALTER TABLE public.reviews_materialopeningevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_materialopeningevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_materialversion (
    id bigint NOT NULL,
    number smallint NOT NULL,
    text text NOT NULL,
    link character varying(500) NOT NULL,
    handed_in_at timestamp with time zone NOT NULL,
    handed_in_by_id bigint,
    item_id bigint NOT NULL,
    CONSTRAINT reviews_materialversion_number_check CHECK ((number >= 0))
);

ALTER TABLE public.reviews_materialversion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_materialversion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_materialversionevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    number smallint NOT NULL,
    text text NOT NULL,
    link character varying(500) NOT NULL,
    handed_in_at timestamp with time zone NOT NULL,
    handed_in_by_id bigint,
    item_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT reviews_materialversionevent_number_check CHECK ((number >= 0))
);

ALTER TABLE public.reviews_materialversionevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_materialversionevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_offlinecopy (
    id bigint NOT NULL,
    key_id uuid NOT NULL,
    secret bytea NOT NULL,
    browser character varying(20) NOT NULL,
    system character varying(20) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    renewed_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    account_id bigint NOT NULL,
    session_id bigint
);

ALTER TABLE public.reviews_offlinecopy ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_offlinecopy_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_publication (
    id bigint NOT NULL,
    published_at timestamp with time zone NOT NULL,
    content jsonb NOT NULL,
    choices jsonb NOT NULL,
    withdrawn_at timestamp with time zone,
    withdrawal_reason text NOT NULL,
    published_by_id bigint,
    withdrawn_by_id bigint,
    review_id bigint NOT NULL,
    listing jsonb NOT NULL,
    region_name character varying(200) NOT NULL,
    search_text text NOT NULL,
    specialty_name character varying(200) NOT NULL,
    visited_on date,
    search_vector tsvector GENERATED ALWAYS AS ((to_tsvector('swedish'::regconfig, COALESCE(search_text, ''::text)) || to_tsvector('simple'::regconfig, COALESCE(search_text, ''::text)))) STORED,
    CONSTRAINT publication_withdrawn_with_reason CHECK (((withdrawn_at IS NULL) OR (NOT (withdrawal_reason = ''::text))))
);

ALTER TABLE public.reviews_publication ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_publication_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_publicationevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    published_at timestamp with time zone NOT NULL,
    content jsonb NOT NULL,
    choices jsonb NOT NULL,
    withdrawn_at timestamp with time zone,
    withdrawal_reason text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    published_by_id bigint,
    withdrawn_by_id bigint,
    review_id bigint NOT NULL
);

ALTER TABLE public.reviews_publicationevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_publicationevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_reconsideration (
    id bigint NOT NULL,
    reason text NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    decided_at timestamp with time zone,
    asked_by_id bigint,
    decided_by_id bigint,
    review_id bigint NOT NULL,
    CONSTRAINT reconsideration_with_reason CHECK ((NOT (reason = ''::text)))
);

ALTER TABLE public.reviews_reconsideration ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_reconsideration_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_reconsiderationevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    reason text NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    decided_at timestamp with time zone,
    asked_by_id bigint,
    decided_by_id bigint,
    pgh_obj_id bigint NOT NULL,
    review_id bigint NOT NULL
);

ALTER TABLE public.reviews_reconsiderationevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_reconsiderationevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_reconsideredarea (
    id bigint NOT NULL,
    area_key character varying(8) NOT NULL,
    grade_id bigint,
    part_id bigint NOT NULL,
    reconsideration_id bigint NOT NULL
);

ALTER TABLE public.reviews_reconsideredarea ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_reconsideredarea_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_reconsideredareaevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    area_key character varying(8) NOT NULL,
    grade_id bigint,
    part_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    reconsideration_id bigint NOT NULL
);

ALTER TABLE public.reviews_reconsideredareaevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_reconsideredareaevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_remark (
    id bigint NOT NULL,
    section_key character varying(20) NOT NULL,
    start integer NOT NULL,
    quote text NOT NULL,
    kind character varying(10) NOT NULL,
    text text NOT NULL,
    written_at timestamp with time zone NOT NULL,
    outcome character varying(10) NOT NULL,
    answer text NOT NULL,
    answered_at timestamp with time zone,
    version integer NOT NULL,
    answered_by_id bigint,
    fact_check_id bigint NOT NULL,
    part_id bigint NOT NULL,
    written_by_id bigint,
    CONSTRAINT remark_answered_with_why CHECK ((((answer = ''::text) AND (answered_at IS NULL) AND ((outcome)::text = ''::text)) OR ((answered_at IS NOT NULL) AND ((outcome)::text = ANY ((ARRAY['changed'::character varying, 'unchanged'::character varying])::text[])) AND (NOT (answer = ''::text))))),
    CONSTRAINT remark_kind_known CHECK (((kind)::text = ANY ((ARRAY['wrong'::character varying, 'missing'::character varying, 'unclear'::character varying])::text[]))),
    CONSTRAINT remark_not_empty CHECK ((NOT (text = ''::text))),
    CONSTRAINT reviews_remark_start_check CHECK ((start >= 0)),
    CONSTRAINT reviews_remark_version_check CHECK ((version >= 0))
);

ALTER TABLE public.reviews_remark ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_remark_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_remarkevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    section_key character varying(20) NOT NULL,
    start integer NOT NULL,
    quote text NOT NULL,
    kind character varying(10) NOT NULL,
    text text NOT NULL,
    written_at timestamp with time zone NOT NULL,
    outcome character varying(10) NOT NULL,
    answer text NOT NULL,
    answered_at timestamp with time zone,
    version integer NOT NULL,
    answered_by_id bigint,
    fact_check_id bigint NOT NULL,
    part_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    written_by_id bigint,
    CONSTRAINT reviews_remarkevent_start_check CHECK ((start >= 0)),
    CONSTRAINT reviews_remarkevent_version_check CHECK ((version >= 0))
);

ALTER TABLE public.reviews_remarkevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_remarkevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_review (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    standard_key character varying(60) NOT NULL,
    state character varying(20) NOT NULL,
    source character varying(12) NOT NULL,
    case_number character varying(40),
    visit_from date,
    visit_to date,
    visit_text character varying(200) NOT NULL,
    report_date date,
    report_date_text character varying(200) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    taken_back_reason text NOT NULL,
    version integer NOT NULL,
    area_outcomes jsonb NOT NULL,
    unknown_area_count smallint NOT NULL,
    open_action_count smallint NOT NULL,
    search_text text NOT NULL,
    search_vector tsvector GENERATED ALWAYS AS ((to_tsvector('swedish'::regconfig, COALESCE(search_text, ''::text)) || to_tsvector('simple'::regconfig, COALESCE(search_text, ''::text)))) STORED,
    care_provider_id bigint,
    created_by_id bigint,
    specialty_id bigint,
    unit_id bigint NOT NULL,
    CONSTRAINT review_kind_known CHECK (((kind)::text = ANY ((ARRAY['external'::character varying, 'internal'::character varying, 'self_evaluation'::character varying, 'side_placements'::character varying, 'at'::character varying])::text[]))),
    CONSTRAINT review_source_known CHECK (((source)::text = ANY ((ARRAY['recorded'::character varying, 'import'::character varying])::text[]))),
    CONSTRAINT review_state_known CHECK (((state)::text = ANY ((ARRAY['ordered'::character varying, 'planned'::character varying, 'preparing'::character varying, 'visited'::character varying, 'draft'::character varying, 'fact_check'::character varying, 'calibration'::character varying, 'decided'::character varying, 'follow_up'::character varying, 'closed'::character varying, 'withdrawn'::character varying, 'taken_back'::character varying])::text[]))),
    CONSTRAINT review_taken_back_with_reason CHECK (((NOT ((state)::text = 'taken_back'::text)) OR (NOT (taken_back_reason = ''::text)))),
    CONSTRAINT review_visit_ends_after_start CHECK (((visit_from IS NULL) OR (visit_to IS NULL) OR (visit_to >= visit_from))),
    CONSTRAINT reviews_review_open_action_count_check CHECK ((open_action_count >= 0)),
    CONSTRAINT reviews_review_unknown_area_count_check CHECK ((unknown_area_count >= 0)),
    CONSTRAINT reviews_review_version_check CHECK ((version >= 0))
);

ALTER TABLE public.reviews_review ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_review_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_reviewername (
    id bigint NOT NULL,
    name character varying(300) NOT NULL,
    "position" smallint NOT NULL,
    person_id bigint,
    review_id bigint NOT NULL,
    CONSTRAINT reviews_reviewername_position_check CHECK (("position" >= 0))
);

ALTER TABLE public.reviews_reviewername ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_reviewername_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_reviewernameevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    name character varying(300) NOT NULL,
    "position" smallint NOT NULL,
    person_id bigint,
    pgh_obj_id bigint NOT NULL,
    review_id bigint NOT NULL,
    CONSTRAINT reviews_reviewernameevent_position_check CHECK (("position" >= 0))
);

ALTER TABLE public.reviews_reviewernameevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_reviewernameevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_reviewevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    standard_key character varying(60) NOT NULL,
    state character varying(20) NOT NULL,
    source character varying(12) NOT NULL,
    case_number character varying(40),
    visit_from date,
    visit_to date,
    visit_text character varying(200) NOT NULL,
    report_date date,
    report_date_text character varying(200) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    taken_back_reason text NOT NULL,
    version integer NOT NULL,
    care_provider_id bigint,
    created_by_id bigint,
    pgh_obj_id bigint NOT NULL,
    specialty_id bigint,
    unit_id bigint NOT NULL,
    CONSTRAINT reviews_reviewevent_version_check CHECK ((version >= 0))
);

ALTER TABLE public.reviews_reviewevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_reviewevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_reviewfeedback (
    id bigint NOT NULL,
    form_key character varying(60) NOT NULL,
    answers jsonb NOT NULL,
    is_shared boolean NOT NULL,
    given_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    given_by_id bigint,
    review_id bigint NOT NULL,
    CONSTRAINT reviews_reviewfeedback_version_check CHECK ((version >= 0))
);

ALTER TABLE public.reviews_reviewfeedback ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_reviewfeedback_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_reviewfeedbackevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    form_key character varying(60) NOT NULL,
    answers jsonb NOT NULL,
    is_shared boolean NOT NULL,
    given_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    given_by_id bigint,
    pgh_obj_id bigint NOT NULL,
    review_id bigint NOT NULL,
    CONSTRAINT reviews_reviewfeedbackevent_version_check CHECK ((version >= 0))
);

ALTER TABLE public.reviews_reviewfeedbackevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_reviewfeedbackevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_reviewpart (
    id bigint NOT NULL,
    key character varying(40) NOT NULL,
    "position" smallint NOT NULL,
    review_id bigint NOT NULL,
    CONSTRAINT reviews_reviewpart_position_check CHECK (("position" >= 0))
);

ALTER TABLE public.reviews_reviewpart ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_reviewpart_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_reviewpartevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    key character varying(40) NOT NULL,
    "position" smallint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    review_id bigint NOT NULL,
    CONSTRAINT reviews_reviewpartevent_position_check CHECK (("position" >= 0))
);

ALTER TABLE public.reviews_reviewpartevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_reviewpartevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_summarypoint (
    id bigint NOT NULL,
    heading character varying(12) NOT NULL,
    "position" smallint NOT NULL,
    text text NOT NULL,
    part_id bigint NOT NULL,
    CONSTRAINT reviews_summarypoint_position_check CHECK (("position" >= 0)),
    CONSTRAINT summary_heading_known CHECK (((heading)::text = ANY ((ARRAY['strengths'::character varying, 'weaknesses'::character varying, 'improvements'::character varying])::text[])))
);

ALTER TABLE public.reviews_summarypoint ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_summarypoint_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_summarypointevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    heading character varying(12) NOT NULL,
    "position" smallint NOT NULL,
    text text NOT NULL,
    part_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT reviews_summarypointevent_position_check CHECK (("position" >= 0))
);

ALTER TABLE public.reviews_summarypointevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_summarypointevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_teammember (
    id bigint NOT NULL,
    duty character varying(10) NOT NULL,
    explanation text NOT NULL,
    appointed_at timestamp with time zone NOT NULL,
    released_at timestamp with time zone,
    release_reason text NOT NULL,
    appointed_by_id bigint,
    person_id bigint NOT NULL,
    review_id bigint NOT NULL,
    CONSTRAINT team_duty_known CHECK (((duty)::text = ANY ((ARRAY['lead'::character varying, 'member'::character varying, 'junior'::character varying])::text[]))),
    CONSTRAINT team_released_with_reason CHECK (((released_at IS NULL) OR (NOT (release_reason = ''::text))))
);

ALTER TABLE public.reviews_teammember ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_teammember_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_teammemberevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    duty character varying(10) NOT NULL,
    explanation text NOT NULL,
    appointed_at timestamp with time zone NOT NULL,
    released_at timestamp with time zone,
    release_reason text NOT NULL,
    appointed_by_id bigint,
    person_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    review_id bigint NOT NULL
);

ALTER TABLE public.reviews_teammemberevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_teammemberevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_verdict (
    id bigint NOT NULL,
    criterion_key character varying(12) NOT NULL,
    source character varying(12) NOT NULL,
    sequence smallint NOT NULL,
    outcome character varying(16) NOT NULL,
    note text NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    part_id bigint NOT NULL,
    reviewer_id bigint,
    CONSTRAINT reviews_verdict_sequence_check CHECK ((sequence >= 0)),
    CONSTRAINT verdict_outcome_known CHECK (((outcome)::text = ANY ((ARRAY['met'::character varying, 'partly_met'::character varying, 'not_met'::character varying, 'not_applicable'::character varying, 'cannot_tell'::character varying])::text[]))),
    CONSTRAINT verdict_source_known CHECK (((source)::text = ANY ((ARRAY['reviewer'::character varying, 'reconciled'::character varying, 'action_plan'::character varying, 'imported'::character varying])::text[])))
);

ALTER TABLE public.reviews_verdict ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_verdict_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_verdictevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_context jsonb,
    pgh_context_id uuid,
    id bigint NOT NULL,
    criterion_key character varying(12) NOT NULL,
    source character varying(12) NOT NULL,
    sequence smallint NOT NULL,
    outcome character varying(16) NOT NULL,
    note text NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    part_id bigint NOT NULL,
    pgh_obj_id bigint NOT NULL,
    reviewer_id bigint,
    CONSTRAINT reviews_verdictevent_sequence_check CHECK ((sequence >= 0))
);

ALTER TABLE public.reviews_verdictevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_verdictevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.shared_cache (
    cache_key character varying(255) NOT NULL,
    value text NOT NULL,
    expires timestamp with time zone NOT NULL
);

CREATE TABLE public.trail_erasure (
    number bigint NOT NULL,
    erased_at timestamp with time zone NOT NULL,
    event_count integer NOT NULL,
    root bytea NOT NULL,
    mac bytea NOT NULL,
    CONSTRAINT trail_erasure_event_count_check CHECK ((event_count >= 0))
);

CREATE TABLE public.trail_readingrecord (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    actor_key character varying(60) NOT NULL,
    subject_id bigint NOT NULL,
    page character varying(60) NOT NULL,
    object_id bigint NOT NULL
);

ALTER TABLE public.trail_readingrecord ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.trail_readingrecord_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.trail_seal (
    number bigint NOT NULL,
    sealed_at timestamp with time zone NOT NULL,
    event_count integer NOT NULL,
    columns jsonb NOT NULL,
    takes_late_rows boolean NOT NULL,
    root bytea NOT NULL,
    previous_mac bytea NOT NULL,
    mac bytea NOT NULL,
    CONSTRAINT trail_seal_event_count_check CHECK ((event_count >= 0))
);

CREATE TABLE public.trail_sealedevent (
    "position" bigint NOT NULL,
    "table" character varying(63) NOT NULL,
    event_id bigint NOT NULL,
    salt bytea,
    digest bytea NOT NULL,
    erasure_id bigint,
    seal_id bigint NOT NULL,
    CONSTRAINT sealed_event_has_salt_until_erased CHECK ((((erasure_id IS NULL) AND (salt IS NOT NULL)) OR ((erasure_id IS NOT NULL) AND (salt IS NULL))))
);

ALTER TABLE ONLY public.procrastinate_events ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_events_id_seq'::regclass);

ALTER TABLE ONLY public.procrastinate_jobs ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_jobs_id_seq'::regclass);

ALTER TABLE ONLY public.procrastinate_periodic_defers ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_periodic_defers_id_seq'::regclass);

ALTER TABLE ONLY public.accounts_deputyship
    ADD CONSTRAINT absence_once_at_a_time EXCLUDE USING gist (int8range(assignment_id, assignment_id, '[]'::text) WITH &&, daterange(valid_from, valid_until, '[]'::text) WITH &&) WHERE ((NOT is_standing));

ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_email_987c8728_uniq UNIQUE (user_id, email);

ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_key_key UNIQUE (key);

ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.accounts_account
    ADD CONSTRAINT accounts_account_email_key UNIQUE (email);

ALTER TABLE ONLY public.accounts_account
    ADD CONSTRAINT accounts_account_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.accounts_accountevent
    ADD CONSTRAINT accounts_accountevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.accounts_assignment
    ADD CONSTRAINT accounts_assignment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.accounts_assignmentevent
    ADD CONSTRAINT accounts_assignmentevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.accounts_browsersession
    ADD CONSTRAINT accounts_browsersession_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.accounts_browsersession
    ADD CONSTRAINT accounts_browsersession_session_key_key UNIQUE (session_key);

ALTER TABLE ONLY public.accounts_deputyship
    ADD CONSTRAINT accounts_deputyship_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.accounts_deputyshipevent
    ADD CONSTRAINT accounts_deputyshipevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.accounts_invitation
    ADD CONSTRAINT accounts_invitation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.accounts_invitation
    ADD CONSTRAINT accounts_invitation_token_hash_key UNIQUE (token_hash);

ALTER TABLE ONLY public.accounts_invitationevent
    ADD CONSTRAINT accounts_invitationevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.accounts_look
    ADD CONSTRAINT accounts_look_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.accounts_peopleimport
    ADD CONSTRAINT accounts_peopleimport_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.accounts_peopleimportevent
    ADD CONSTRAINT accounts_peopleimportevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.accounts_person
    ADD CONSTRAINT accounts_person_hsa_id_key UNIQUE (hsa_id);

ALTER TABLE ONLY public.accounts_person
    ADD CONSTRAINT accounts_person_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.accounts_personevent
    ADD CONSTRAINT accounts_personevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.accounts_personmerge
    ADD CONSTRAINT accounts_personmerge_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.accounts_personmergeevent
    ADD CONSTRAINT accounts_personmergeevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.accounts_roleproposal
    ADD CONSTRAINT accounts_roleproposal_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.accounts_roleproposalevent
    ADD CONSTRAINT accounts_roleproposalevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.action_plans_escalation
    ADD CONSTRAINT action_plans_escalation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.action_plans_escalationevent
    ADD CONSTRAINT action_plans_escalationevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.action_plans_evidence
    ADD CONSTRAINT action_plans_evidence_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.action_plans_evidence
    ADD CONSTRAINT action_plans_evidence_replaces_id_key UNIQUE (replaces_id);

ALTER TABLE ONLY public.action_plans_evidenceevent
    ADD CONSTRAINT action_plans_evidenceevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.action_plans_extrareview
    ADD CONSTRAINT action_plans_extrareview_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.action_plans_extrareview
    ADD CONSTRAINT action_plans_extrareview_review_id_key UNIQUE (review_id);

ALTER TABLE ONLY public.action_plans_extrareviewevent
    ADD CONSTRAINT action_plans_extrareviewevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.action_plans_itemjudgement
    ADD CONSTRAINT action_plans_itemjudgement_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.action_plans_itemjudgementevent
    ADD CONSTRAINT action_plans_itemjudgementevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.action_plans_plan
    ADD CONSTRAINT action_plans_plan_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.action_plans_plan
    ADD CONSTRAINT action_plans_plan_review_id_key UNIQUE (review_id);

ALTER TABLE ONLY public.action_plans_plandraftitem
    ADD CONSTRAINT action_plans_plandraftitem_item_id_key UNIQUE (item_id);

ALTER TABLE ONLY public.action_plans_plandraftitem
    ADD CONSTRAINT action_plans_plandraftitem_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.action_plans_plandraftitemevent
    ADD CONSTRAINT action_plans_plandraftitemevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.action_plans_planevent
    ADD CONSTRAINT action_plans_planevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.action_plans_planextension
    ADD CONSTRAINT action_plans_planextension_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.action_plans_planextensionevent
    ADD CONSTRAINT action_plans_planextensionevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.action_plans_regionrules
    ADD CONSTRAINT action_plans_regionrules_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.action_plans_regionrules
    ADD CONSTRAINT action_plans_regionrules_region_id_key UNIQUE (region_id);

ALTER TABLE ONLY public.action_plans_regionrulesevent
    ADD CONSTRAINT action_plans_regionrulesevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.reviews_areadone
    ADD CONSTRAINT area_done_once UNIQUE (part_id, area_key, reviewer_id);

ALTER TABLE ONLY public.reviews_areatext
    ADD CONSTRAINT area_text_once UNIQUE (part_id, area_key);

ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);

ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);

ALTER TABLE ONLY public.report_import_doubtanswer
    ADD CONSTRAINT doubt_answer_once UNIQUE (proposal_id, doubt_key);

ALTER TABLE ONLY public.organisations_earliername
    ADD CONSTRAINT earlier_name_once UNIQUE (unit_id, name);

ALTER TABLE ONLY public.action_plans_escalation
    ADD CONSTRAINT escalation_once UNIQUE (item_id, due_on);

ALTER TABLE ONLY public.reviews_factcheck
    ADD CONSTRAINT fact_check_once UNIQUE (review_id, number);

ALTER TABLE ONLY public.report_import_fielddecision
    ADD CONSTRAINT field_decision_once UNIQUE (proposal_id, path);

ALTER TABLE ONLY public.files_storedfile
    ADD CONSTRAINT files_storedfile_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.files_storedfile
    ADD CONSTRAINT files_storedfile_sha256_key UNIQUE (sha256);

ALTER TABLE ONLY public.files_storedfileevent
    ADD CONSTRAINT files_storedfileevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.reviews_grade
    ADD CONSTRAINT grade_once UNIQUE (part_id, area_key, round, sequence);

ALTER TABLE ONLY public.questionnaires_group
    ADD CONSTRAINT group_once_in_round UNIQUE (round_id, instrument_key);

ALTER TABLE ONLY public.questionnaires_invitation
    ADD CONSTRAINT invited_once_in_group UNIQUE (group_id, email);

ALTER TABLE ONLY public.reviews_judgement
    ADD CONSTRAINT judgement_once UNIQUE (part_id, criterion_key, reviewer_id);

ALTER TABLE ONLY public.notifications_reminderletter
    ADD CONSTRAINT letter_one_digest_a_day UNIQUE (recipient_id, digest_on);

ALTER TABLE ONLY public.accounts_look
    ADD CONSTRAINT look_once UNIQUE NULLS NOT DISTINCT (person_id, hat_id);

ALTER TABLE ONLY public.reviews_materialopening
    ADD CONSTRAINT material_file_opened_once UNIQUE (file_id, person_id);

ALTER TABLE ONLY public.reviews_materialfile
    ADD CONSTRAINT material_file_position_once UNIQUE (hand_in_id, "position");

ALTER TABLE ONLY public.reviews_materiallook
    ADD CONSTRAINT material_look_once UNIQUE (item_id, person_id);

ALTER TABLE ONLY public.reviews_materialversion
    ADD CONSTRAINT material_version_once UNIQUE (item_id, number);

ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.notifications_mailsettings
    ADD CONSTRAINT notifications_mailsettings_person_id_key UNIQUE (person_id);

ALTER TABLE ONLY public.notifications_mailsettings
    ADD CONSTRAINT notifications_mailsettings_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.notifications_mailsettingsevent
    ADD CONSTRAINT notifications_mailsettingsevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.notifications_reminder
    ADD CONSTRAINT notifications_reminder_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.notifications_reminderletter
    ADD CONSTRAINT notifications_reminderletter_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.planning_orderunit
    ADD CONSTRAINT order_unit_once UNIQUE (order_id, unit_id);

ALTER TABLE ONLY public.organisations_careprovider
    ADD CONSTRAINT organisations_careprovider_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.organisations_careproviderevent
    ADD CONSTRAINT organisations_careproviderevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.organisations_earliername
    ADD CONSTRAINT organisations_earliername_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.organisations_earliernameevent
    ADD CONSTRAINT organisations_earliernameevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.organisations_region
    ADD CONSTRAINT organisations_region_code_key UNIQUE (code);

ALTER TABLE ONLY public.organisations_region
    ADD CONSTRAINT organisations_region_name_key UNIQUE (name);

ALTER TABLE ONLY public.organisations_region
    ADD CONSTRAINT organisations_region_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.organisations_regionevent
    ADD CONSTRAINT organisations_regionevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.organisations_specialty
    ADD CONSTRAINT organisations_specialty_key_key UNIQUE (key);

ALTER TABLE ONLY public.organisations_specialty
    ADD CONSTRAINT organisations_specialty_name_key UNIQUE (name);

ALTER TABLE ONLY public.organisations_specialty
    ADD CONSTRAINT organisations_specialty_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.organisations_specialtyevent
    ADD CONSTRAINT organisations_specialtyevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.organisations_unit
    ADD CONSTRAINT organisations_unit_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.organisations_unitevent
    ADD CONSTRAINT organisations_unitevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.organisations_unitspecialty
    ADD CONSTRAINT organisations_unitspecialty_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.organisations_unitspecialtyevent
    ADD CONSTRAINT organisations_unitspecialtyevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.pghistory_context
    ADD CONSTRAINT pghistory_context_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.action_plans_plandraftitem
    ADD CONSTRAINT plan_draft_item_once UNIQUE (plan_id, part_id, area_key, criterion_key);

ALTER TABLE ONLY public.reviews_actionplanitem
    ADD CONSTRAINT plan_item_position_once UNIQUE (part_id, "position");

ALTER TABLE ONLY public.planning_absence
    ADD CONSTRAINT planning_absence_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.planning_absenceevent
    ADD CONSTRAINT planning_absenceevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.planning_calendarfeed
    ADD CONSTRAINT planning_calendarfeed_digest_key UNIQUE (digest);

ALTER TABLE ONLY public.planning_calendarfeed
    ADD CONSTRAINT planning_calendarfeed_person_id_key UNIQUE (person_id);

ALTER TABLE ONLY public.planning_calendarfeed
    ADD CONSTRAINT planning_calendarfeed_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.planning_campaign
    ADD CONSTRAINT planning_campaign_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.planning_campaigncase
    ADD CONSTRAINT planning_campaigncase_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.planning_campaigncase
    ADD CONSTRAINT planning_campaigncase_review_id_key UNIQUE (review_id);

ALTER TABLE ONLY public.planning_campaigncaseevent
    ADD CONSTRAINT planning_campaigncaseevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.planning_campaignevent
    ADD CONSTRAINT planning_campaignevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.planning_order
    ADD CONSTRAINT planning_order_form_key_key UNIQUE (form_key);

ALTER TABLE ONLY public.planning_order
    ADD CONSTRAINT planning_order_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.planning_orderevent
    ADD CONSTRAINT planning_orderevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.planning_orderunit
    ADD CONSTRAINT planning_orderunit_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.planning_orderunit
    ADD CONSTRAINT planning_orderunit_review_id_key UNIQUE (review_id);

ALTER TABLE ONLY public.planning_orderunitevent
    ADD CONSTRAINT planning_orderunitevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.planning_proposedseat
    ADD CONSTRAINT planning_proposedseat_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.planning_regionallowed
    ADD CONSTRAINT planning_regionallowed_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.planning_regionallowed
    ADD CONSTRAINT planning_regionallowed_specialty_id_key UNIQUE (specialty_id);

ALTER TABLE ONLY public.planning_regionallowedevent
    ADD CONSTRAINT planning_regionallowedevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.planning_reviewerprofile
    ADD CONSTRAINT planning_reviewerprofile_person_id_key UNIQUE (person_id);

ALTER TABLE ONLY public.planning_reviewerprofile
    ADD CONSTRAINT planning_reviewerprofile_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.planning_reviewerprofileevent
    ADD CONSTRAINT planning_reviewerprofileevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.planning_reviewertie
    ADD CONSTRAINT planning_reviewertie_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.planning_reviewertieevent
    ADD CONSTRAINT planning_reviewertieevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.planning_slotreviewer
    ADD CONSTRAINT planning_slotreviewer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.planning_slotreviewerevent
    ADD CONSTRAINT planning_slotreviewerevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.planning_teamproposal
    ADD CONSTRAINT planning_teamproposal_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.planning_visitslot
    ADD CONSTRAINT planning_visitslot_key_key UNIQUE (key);

ALTER TABLE ONLY public.planning_visitslot
    ADD CONSTRAINT planning_visitslot_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.planning_visitslotevent
    ADD CONSTRAINT planning_visitslotevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.report_import_presence
    ADD CONSTRAINT presence_once UNIQUE (proposal_id, person_id);

ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_unique UNIQUE (task_name, periodic_id, defer_timestamp);

ALTER TABLE ONLY public.procrastinate_workers
    ADD CONSTRAINT procrastinate_workers_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.report_import_proposalreading
    ADD CONSTRAINT proposal_reading_once UNIQUE (proposal_id, reader_version);

ALTER TABLE ONLY public.questionnaires_answer
    ADD CONSTRAINT questionnaires_answer_pkey PRIMARY KEY (key);

ALTER TABLE ONLY public.questionnaires_draft
    ADD CONSTRAINT questionnaires_draft_pkey PRIMARY KEY (key);

ALTER TABLE ONLY public.questionnaires_group
    ADD CONSTRAINT questionnaires_group_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.questionnaires_invitation
    ADD CONSTRAINT questionnaires_invitation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.questionnaires_link
    ADD CONSTRAINT questionnaires_link_pkey PRIMARY KEY (token_hash);

ALTER TABLE ONLY public.questionnaires_openanswer
    ADD CONSTRAINT questionnaires_openanswer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.questionnaires_round
    ADD CONSTRAINT questionnaires_round_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.questionnaires_round
    ADD CONSTRAINT questionnaires_round_subject_key_key UNIQUE (subject_key);

ALTER TABLE ONLY public.questionnaires_roundevent
    ADD CONSTRAINT questionnaires_roundevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.questionnaires_spent
    ADD CONSTRAINT questionnaires_spent_pkey PRIMARY KEY (invitation_id);

ALTER TABLE ONLY public.questionnaires_waiting
    ADD CONSTRAINT questionnaires_waiting_pkey PRIMARY KEY (key);

ALTER TABLE ONLY public.reviews_reconsideration
    ADD CONSTRAINT reconsideration_once UNIQUE (review_id);

ALTER TABLE ONLY public.reviews_reconsideredarea
    ADD CONSTRAINT reconsidered_area_once UNIQUE (reconsideration_id, part_id, area_key);

ALTER TABLE ONLY public.notifications_reminder
    ADD CONSTRAINT reminder_once UNIQUE (kind, object_id, recipient_id, due_on, step);

ALTER TABLE ONLY public.report_import_doubtanswer
    ADD CONSTRAINT report_import_doubtanswer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.report_import_doubtanswerevent
    ADD CONSTRAINT report_import_doubtanswerevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.report_import_fielddecision
    ADD CONSTRAINT report_import_fielddecision_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.report_import_fielddecisionevent
    ADD CONSTRAINT report_import_fielddecisionevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.report_import_importbatch
    ADD CONSTRAINT report_import_importbatch_form_key_key UNIQUE (form_key);

ALTER TABLE ONLY public.report_import_importbatch
    ADD CONSTRAINT report_import_importbatch_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.report_import_importbatchevent
    ADD CONSTRAINT report_import_importbatchevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.report_import_importproposal
    ADD CONSTRAINT report_import_importproposal_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.report_import_importproposal
    ADD CONSTRAINT report_import_importproposal_review_id_key UNIQUE (review_id);

ALTER TABLE ONLY public.report_import_importproposalevent
    ADD CONSTRAINT report_import_importproposalevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.report_import_presence
    ADD CONSTRAINT report_import_presence_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.report_import_proposalreading
    ADD CONSTRAINT report_import_proposalreading_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.report_import_proposalreadingevent
    ADD CONSTRAINT report_import_proposalreadingevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.reviews_reviewpart
    ADD CONSTRAINT review_part_once UNIQUE (review_id, key);

ALTER TABLE ONLY public.reviews_reviewername
    ADD CONSTRAINT reviewer_position_once UNIQUE (review_id, "position");

ALTER TABLE ONLY public.reviews_actionplanitem
    ADD CONSTRAINT reviews_actionplanitem_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_actionplanitemevent
    ADD CONSTRAINT reviews_actionplanitemevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.reviews_actionprogress
    ADD CONSTRAINT reviews_actionprogress_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_actionprogressevent
    ADD CONSTRAINT reviews_actionprogressevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.reviews_areadone
    ADD CONSTRAINT reviews_areadone_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_areadoneevent
    ADD CONSTRAINT reviews_areadoneevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.reviews_areatext
    ADD CONSTRAINT reviews_areatext_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_areatextevent
    ADD CONSTRAINT reviews_areatextevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.reviews_calibrationcomment
    ADD CONSTRAINT reviews_calibrationcomment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_calibrationcommentevent
    ADD CONSTRAINT reviews_calibrationcommentevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.reviews_caseexport
    ADD CONSTRAINT reviews_caseexport_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_caseexportevent
    ADD CONSTRAINT reviews_caseexportevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.reviews_casemove
    ADD CONSTRAINT reviews_casemove_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_casemoveevent
    ADD CONSTRAINT reviews_casemoveevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.reviews_casenumberseries
    ADD CONSTRAINT reviews_casenumberseries_pkey PRIMARY KEY (year);

ALTER TABLE ONLY public.reviews_correction
    ADD CONSTRAINT reviews_correction_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_correctionevent
    ADD CONSTRAINT reviews_correctionevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.reviews_factcheck
    ADD CONSTRAINT reviews_factcheck_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_factcheckevent
    ADD CONSTRAINT reviews_factcheckevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.reviews_grade
    ADD CONSTRAINT reviews_grade_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_gradeevent
    ADD CONSTRAINT reviews_gradeevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.reviews_interviewnote
    ADD CONSTRAINT reviews_interviewnote_key_key UNIQUE (key);

ALTER TABLE ONLY public.reviews_interviewnote
    ADD CONSTRAINT reviews_interviewnote_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_interviewnoteevent
    ADD CONSTRAINT reviews_interviewnoteevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.reviews_judgement
    ADD CONSTRAINT reviews_judgement_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_judgementevent
    ADD CONSTRAINT reviews_judgementevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.reviews_materialcomment
    ADD CONSTRAINT reviews_materialcomment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_materialcommentevent
    ADD CONSTRAINT reviews_materialcommentevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.reviews_materialfile
    ADD CONSTRAINT reviews_materialfile_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_materialfileevent
    ADD CONSTRAINT reviews_materialfileevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.reviews_materialitem
    ADD CONSTRAINT reviews_materialitem_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_materialitemevent
    ADD CONSTRAINT reviews_materialitemevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.reviews_materiallook
    ADD CONSTRAINT reviews_materiallook_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_materialopening
    ADD CONSTRAINT reviews_materialopening_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_materialopeningevent
    ADD CONSTRAINT reviews_materialopeningevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.reviews_materialversion
    ADD CONSTRAINT reviews_materialversion_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_materialversionevent
    ADD CONSTRAINT reviews_materialversionevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.reviews_offlinecopy
    ADD CONSTRAINT reviews_offlinecopy_key_id_key UNIQUE (key_id);

ALTER TABLE ONLY public.reviews_offlinecopy
    ADD CONSTRAINT reviews_offlinecopy_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_publication
    ADD CONSTRAINT reviews_publication_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_publicationevent
    ADD CONSTRAINT reviews_publicationevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.reviews_reconsideration
    ADD CONSTRAINT reviews_reconsideration_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_reconsiderationevent
    ADD CONSTRAINT reviews_reconsiderationevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.reviews_reconsideredarea
    ADD CONSTRAINT reviews_reconsideredarea_grade_id_key UNIQUE (grade_id);

ALTER TABLE ONLY public.reviews_reconsideredarea
    ADD CONSTRAINT reviews_reconsideredarea_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_reconsideredareaevent
    ADD CONSTRAINT reviews_reconsideredareaevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.reviews_remark
    ADD CONSTRAINT reviews_remark_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_remarkevent
    ADD CONSTRAINT reviews_remarkevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.reviews_review
    ADD CONSTRAINT reviews_review_case_number_key UNIQUE (case_number);

ALTER TABLE ONLY public.reviews_review
    ADD CONSTRAINT reviews_review_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_reviewername
    ADD CONSTRAINT reviews_reviewername_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_reviewernameevent
    ADD CONSTRAINT reviews_reviewernameevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.reviews_reviewevent
    ADD CONSTRAINT reviews_reviewevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.reviews_reviewfeedback
    ADD CONSTRAINT reviews_reviewfeedback_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_reviewfeedback
    ADD CONSTRAINT reviews_reviewfeedback_review_id_key UNIQUE (review_id);

ALTER TABLE ONLY public.reviews_reviewfeedbackevent
    ADD CONSTRAINT reviews_reviewfeedbackevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.reviews_reviewpart
    ADD CONSTRAINT reviews_reviewpart_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_reviewpartevent
    ADD CONSTRAINT reviews_reviewpartevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.reviews_summarypoint
    ADD CONSTRAINT reviews_summarypoint_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_summarypointevent
    ADD CONSTRAINT reviews_summarypointevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.reviews_teammember
    ADD CONSTRAINT reviews_teammember_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_teammemberevent
    ADD CONSTRAINT reviews_teammemberevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.reviews_verdict
    ADD CONSTRAINT reviews_verdict_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_verdictevent
    ADD CONSTRAINT reviews_verdictevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.trail_sealedevent
    ADD CONSTRAINT sealed_event_once UNIQUE ("table", event_id);

ALTER TABLE ONLY public.planning_proposedseat
    ADD CONSTRAINT seat_once UNIQUE (proposal_id, review_id, person_id);

ALTER TABLE ONLY public.shared_cache
    ADD CONSTRAINT shared_cache_pkey PRIMARY KEY (cache_key);

ALTER TABLE ONLY public.planning_slotreviewer
    ADD CONSTRAINT slot_reviewer_once UNIQUE (slot_id, person_id);

ALTER TABLE ONLY public.accounts_deputyship
    ADD CONSTRAINT standing_deputy_once_at_a_time EXCLUDE USING gist (int8range(assignment_id, assignment_id, '[]'::text) WITH &&, int8range(deputy_id, deputy_id, '[]'::text) WITH &&, daterange(valid_from, valid_until, '[]'::text) WITH &&) WHERE (is_standing);

ALTER TABLE ONLY public.reviews_summarypoint
    ADD CONSTRAINT summary_point_once UNIQUE (part_id, heading, "position");

ALTER TABLE ONLY public.trail_erasure
    ADD CONSTRAINT trail_erasure_pkey PRIMARY KEY (number);

ALTER TABLE ONLY public.trail_readingrecord
    ADD CONSTRAINT trail_readingrecord_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.trail_seal
    ADD CONSTRAINT trail_seal_pkey PRIMARY KEY (number);

ALTER TABLE ONLY public.trail_sealedevent
    ADD CONSTRAINT trail_sealedevent_pkey PRIMARY KEY ("position");

ALTER TABLE ONLY public.organisations_unitspecialty
    ADD CONSTRAINT unit_specialty_once UNIQUE (unit_id, specialty_id);

ALTER TABLE ONLY public.reviews_verdict
    ADD CONSTRAINT verdict_once UNIQUE NULLS NOT DISTINCT (part_id, criterion_key, source, reviewer_id, sequence);

CREATE INDEX absence_of_person ON public.planning_absence USING btree (person_id, last);

CREATE INDEX account_closed ON public.accounts_account USING btree (person_id) WHERE (NOT is_active);

CREATE INDEX account_emailaddress_email_03be32b2 ON public.account_emailaddress USING btree (email);

CREATE INDEX account_emailaddress_email_03be32b2_like ON public.account_emailaddress USING btree (email varchar_pattern_ops);

CREATE INDEX account_emailaddress_user_id_2c513194 ON public.account_emailaddress USING btree (user_id);

CREATE INDEX account_emailconfirmation_email_address_id_5b7f8c58 ON public.account_emailconfirmation USING btree (email_address_id);

CREATE INDEX account_emailconfirmation_key_f43612bd_like ON public.account_emailconfirmation USING btree (key varchar_pattern_ops);

CREATE INDEX accounts_account_email_348850e2_like ON public.accounts_account USING btree (email varchar_pattern_ops);

CREATE INDEX accounts_account_person_id_6886ddb7 ON public.accounts_account USING btree (person_id);

CREATE INDEX accounts_accountevent_person_id_8cea166a ON public.accounts_accountevent USING btree (person_id);

CREATE INDEX accounts_accountevent_pgh_obj_id_4b77ba8a ON public.accounts_accountevent USING btree (pgh_obj_id);

CREATE INDEX accounts_assignment_care_provider_id_3b1baf7d ON public.accounts_assignment USING btree (care_provider_id);

CREATE INDEX accounts_assignment_person_id_675bb18b ON public.accounts_assignment USING btree (person_id);

CREATE INDEX accounts_assignment_region_id_0b368975 ON public.accounts_assignment USING btree (region_id);

CREATE INDEX accounts_assignment_specialty_id_1cefa77d ON public.accounts_assignment USING btree (specialty_id);

CREATE INDEX accounts_assignment_unit_id_d3a70816 ON public.accounts_assignment USING btree (unit_id);

CREATE INDEX accounts_assignmentevent_care_provider_id_bfcb20da ON public.accounts_assignmentevent USING btree (care_provider_id);

CREATE INDEX accounts_assignmentevent_person_id_76658c41 ON public.accounts_assignmentevent USING btree (person_id);

CREATE INDEX accounts_assignmentevent_pgh_obj_id_d0b9568c ON public.accounts_assignmentevent USING btree (pgh_obj_id);

CREATE INDEX accounts_assignmentevent_region_id_8659ac88 ON public.accounts_assignmentevent USING btree (region_id);

CREATE INDEX accounts_assignmentevent_specialty_id_0d99f9b3 ON public.accounts_assignmentevent USING btree (specialty_id);

CREATE INDEX accounts_assignmentevent_unit_id_0988c02e ON public.accounts_assignmentevent USING btree (unit_id);

CREATE INDEX accounts_browsersession_account_id_afda33c4 ON public.accounts_browsersession USING btree (account_id);

CREATE INDEX accounts_browsersession_session_key_3a582e24_like ON public.accounts_browsersession USING btree (session_key varchar_pattern_ops);

CREATE INDEX accounts_deputyship_assignment_id_a6d4ddad ON public.accounts_deputyship USING btree (assignment_id);

CREATE INDEX accounts_deputyship_deputy_id_6bb95e2a ON public.accounts_deputyship USING btree (deputy_id);

CREATE INDEX accounts_deputyshipevent_assignment_id_921b87d0 ON public.accounts_deputyshipevent USING btree (assignment_id);

CREATE INDEX accounts_deputyshipevent_deputy_id_f039a08d ON public.accounts_deputyshipevent USING btree (deputy_id);

CREATE INDEX accounts_deputyshipevent_pgh_obj_id_ab513a50 ON public.accounts_deputyshipevent USING btree (pgh_obj_id);

CREATE INDEX accounts_invitation_accepted_by_id_ba632539 ON public.accounts_invitation USING btree (accepted_by_id);

CREATE INDEX accounts_invitation_care_provider_id_d787f844 ON public.accounts_invitation USING btree (care_provider_id);

CREATE INDEX accounts_invitation_invited_by_id_94a21efc ON public.accounts_invitation USING btree (invited_by_id);

CREATE INDEX accounts_invitation_region_id_e191b50a ON public.accounts_invitation USING btree (region_id);

CREATE INDEX accounts_invitation_specialty_id_5ed1605e ON public.accounts_invitation USING btree (specialty_id);

CREATE INDEX accounts_invitation_token_hash_3d59d75c_like ON public.accounts_invitation USING btree (token_hash varchar_pattern_ops);

CREATE INDEX accounts_invitation_unit_id_88c1c203 ON public.accounts_invitation USING btree (unit_id);

CREATE INDEX accounts_invitationevent_accepted_by_id_0123e98f ON public.accounts_invitationevent USING btree (accepted_by_id);

CREATE INDEX accounts_invitationevent_care_provider_id_b9753bc7 ON public.accounts_invitationevent USING btree (care_provider_id);

CREATE INDEX accounts_invitationevent_invited_by_id_0aa4f653 ON public.accounts_invitationevent USING btree (invited_by_id);

CREATE INDEX accounts_invitationevent_pgh_obj_id_2b7a102b ON public.accounts_invitationevent USING btree (pgh_obj_id);

CREATE INDEX accounts_invitationevent_region_id_b493a77b ON public.accounts_invitationevent USING btree (region_id);

CREATE INDEX accounts_invitationevent_specialty_id_4e9ee334 ON public.accounts_invitationevent USING btree (specialty_id);

CREATE INDEX accounts_invitationevent_unit_id_8b0ef69f ON public.accounts_invitationevent USING btree (unit_id);

CREATE INDEX accounts_look_hat_id_f144d692 ON public.accounts_look USING btree (hat_id);

CREATE INDEX accounts_look_person_id_5a877e0d ON public.accounts_look USING btree (person_id);

CREATE INDEX accounts_peopleimport_created_by_id_4fbfc7d1 ON public.accounts_peopleimport USING btree (created_by_id);

CREATE INDEX accounts_peopleimportevent_created_by_id_240d79f0 ON public.accounts_peopleimportevent USING btree (created_by_id);

CREATE INDEX accounts_peopleimportevent_pgh_obj_id_0ba371af ON public.accounts_peopleimportevent USING btree (pgh_obj_id);

CREATE INDEX accounts_person_hat_id_dcbd8835 ON public.accounts_person USING btree (hat_id);

CREATE INDEX accounts_person_hsa_id_5016c91d_like ON public.accounts_person USING btree (hsa_id varchar_pattern_ops);

CREATE INDEX accounts_person_merged_into_id_420ee5f6 ON public.accounts_person USING btree (merged_into_id);

CREATE INDEX accounts_person_sort_key_c98b460b ON public.accounts_person USING btree (sort_key);

CREATE INDEX accounts_person_sort_key_c98b460b_like ON public.accounts_person USING btree (sort_key varchar_pattern_ops);

CREATE INDEX accounts_personevent_merged_into_id_ad2b6149 ON public.accounts_personevent USING btree (merged_into_id);

CREATE INDEX accounts_personevent_pgh_obj_id_e5cc2eda ON public.accounts_personevent USING btree (pgh_obj_id);

CREATE INDEX accounts_personmerge_into_id_26905962 ON public.accounts_personmerge USING btree (into_id);

CREATE INDEX accounts_personmerge_merged_by_id_94ba1f2e ON public.accounts_personmerge USING btree (merged_by_id);

CREATE INDEX accounts_personmerge_person_id_12d9f832 ON public.accounts_personmerge USING btree (person_id);

CREATE INDEX accounts_personmergeevent_into_id_925e9331 ON public.accounts_personmergeevent USING btree (into_id);

CREATE INDEX accounts_personmergeevent_merged_by_id_49a1c669 ON public.accounts_personmergeevent USING btree (merged_by_id);

CREATE INDEX accounts_personmergeevent_person_id_e633a125 ON public.accounts_personmergeevent USING btree (person_id);

CREATE INDEX accounts_personmergeevent_pgh_obj_id_d478a77c ON public.accounts_personmergeevent USING btree (pgh_obj_id);

CREATE INDEX accounts_roleproposal_care_provider_id_ffe492e5 ON public.accounts_roleproposal USING btree (care_provider_id);

CREATE INDEX accounts_roleproposal_decided_by_id_df384efa ON public.accounts_roleproposal USING btree (decided_by_id);

CREATE INDEX accounts_roleproposal_person_id_13d21d73 ON public.accounts_roleproposal USING btree (person_id);

CREATE INDEX accounts_roleproposal_unit_id_d7610cdb ON public.accounts_roleproposal USING btree (unit_id);

CREATE INDEX accounts_roleproposalevent_care_provider_id_f3e1afd2 ON public.accounts_roleproposalevent USING btree (care_provider_id);

CREATE INDEX accounts_roleproposalevent_decided_by_id_d95223fd ON public.accounts_roleproposalevent USING btree (decided_by_id);

CREATE INDEX accounts_roleproposalevent_person_id_6774e83a ON public.accounts_roleproposalevent USING btree (person_id);

CREATE INDEX accounts_roleproposalevent_pgh_obj_id_02aab2d8 ON public.accounts_roleproposalevent USING btree (pgh_obj_id);

CREATE INDEX accounts_roleproposalevent_unit_id_d30d4bcd ON public.accounts_roleproposalevent USING btree (unit_id);

CREATE INDEX action_plans_escalation_item_id_a8636ae6 ON public.action_plans_escalation USING btree (item_id);

CREATE INDEX action_plans_escalationevent_item_id_e4b0f4f6 ON public.action_plans_escalationevent USING btree (item_id);

CREATE INDEX action_plans_escalationevent_pgh_obj_id_7aff7d53 ON public.action_plans_escalationevent USING btree (pgh_obj_id);

CREATE INDEX action_plans_evidence_added_by_id_0aa58cfe ON public.action_plans_evidence USING btree (added_by_id);

CREATE INDEX action_plans_evidence_file_id_48d17b0f ON public.action_plans_evidence USING btree (file_id);

CREATE INDEX action_plans_evidence_item_id_51900e6f ON public.action_plans_evidence USING btree (item_id);

CREATE INDEX action_plans_evidence_withdrawn_by_id_207a9b6e ON public.action_plans_evidence USING btree (withdrawn_by_id);

CREATE INDEX action_plans_evidenceevent_added_by_id_22d5e88a ON public.action_plans_evidenceevent USING btree (added_by_id);

CREATE INDEX action_plans_evidenceevent_file_id_63adb29a ON public.action_plans_evidenceevent USING btree (file_id);

CREATE INDEX action_plans_evidenceevent_item_id_29037f60 ON public.action_plans_evidenceevent USING btree (item_id);

CREATE INDEX action_plans_evidenceevent_pgh_obj_id_d603cedd ON public.action_plans_evidenceevent USING btree (pgh_obj_id);

CREATE INDEX action_plans_evidenceevent_replaces_id_469793e6 ON public.action_plans_evidenceevent USING btree (replaces_id);

CREATE INDEX action_plans_evidenceevent_withdrawn_by_id_64411554 ON public.action_plans_evidenceevent USING btree (withdrawn_by_id);

CREATE INDEX action_plans_extrareview_dismissed_by_id_6f378725 ON public.action_plans_extrareview USING btree (dismissed_by_id);

CREATE INDEX action_plans_extrareview_done_by_id_4256dcfe ON public.action_plans_extrareview USING btree (done_by_id);

CREATE INDEX action_plans_extrareviewevent_dismissed_by_id_59941f4a ON public.action_plans_extrareviewevent USING btree (dismissed_by_id);

CREATE INDEX action_plans_extrareviewevent_done_by_id_e29f0c74 ON public.action_plans_extrareviewevent USING btree (done_by_id);

CREATE INDEX action_plans_extrareviewevent_pgh_obj_id_4086155f ON public.action_plans_extrareviewevent USING btree (pgh_obj_id);

CREATE INDEX action_plans_extrareviewevent_review_id_25a9b127 ON public.action_plans_extrareviewevent USING btree (review_id);

CREATE INDEX action_plans_itemjudgement_item_id_e9b25e77 ON public.action_plans_itemjudgement USING btree (item_id);

CREATE INDEX action_plans_itemjudgement_person_id_b0bb3812 ON public.action_plans_itemjudgement USING btree (person_id);

CREATE INDEX action_plans_itemjudgementevent_item_id_3465815a ON public.action_plans_itemjudgementevent USING btree (item_id);

CREATE INDEX action_plans_itemjudgementevent_person_id_d3f1050c ON public.action_plans_itemjudgementevent USING btree (person_id);

CREATE INDEX action_plans_itemjudgementevent_pgh_obj_id_37a69dfa ON public.action_plans_itemjudgementevent USING btree (pgh_obj_id);

CREATE INDEX action_plans_plan_returned_by_id_b6bdb59d ON public.action_plans_plan USING btree (returned_by_id);

CREATE INDEX action_plans_plan_sent_by_id_30dc350e ON public.action_plans_plan USING btree (sent_by_id);

CREATE INDEX action_plans_plandraftitem_part_id_e2fac905 ON public.action_plans_plandraftitem USING btree (part_id);

CREATE INDEX action_plans_plandraftitem_plan_id_fd437ac2 ON public.action_plans_plandraftitem USING btree (plan_id);

CREATE INDEX action_plans_plandraftitemevent_item_id_e6f9878d ON public.action_plans_plandraftitemevent USING btree (item_id);

CREATE INDEX action_plans_plandraftitemevent_part_id_98fc68ea ON public.action_plans_plandraftitemevent USING btree (part_id);

CREATE INDEX action_plans_plandraftitemevent_pgh_obj_id_19e0c485 ON public.action_plans_plandraftitemevent USING btree (pgh_obj_id);

CREATE INDEX action_plans_plandraftitemevent_plan_id_ca0be970 ON public.action_plans_plandraftitemevent USING btree (plan_id);

CREATE INDEX action_plans_planevent_pgh_obj_id_749c48e3 ON public.action_plans_planevent USING btree (pgh_obj_id);

CREATE INDEX action_plans_planevent_returned_by_id_f3378fba ON public.action_plans_planevent USING btree (returned_by_id);

CREATE INDEX action_plans_planevent_review_id_796f0cd1 ON public.action_plans_planevent USING btree (review_id);

CREATE INDEX action_plans_planevent_sent_by_id_8fde237b ON public.action_plans_planevent USING btree (sent_by_id);

CREATE INDEX action_plans_planextension_given_by_id_6dd09f99 ON public.action_plans_planextension USING btree (given_by_id);

CREATE INDEX action_plans_planextension_plan_id_860db744 ON public.action_plans_planextension USING btree (plan_id);

CREATE INDEX action_plans_planextensionevent_given_by_id_c4680338 ON public.action_plans_planextensionevent USING btree (given_by_id);

CREATE INDEX action_plans_planextensionevent_pgh_obj_id_c4201433 ON public.action_plans_planextensionevent USING btree (pgh_obj_id);

CREATE INDEX action_plans_planextensionevent_plan_id_eddcf6bc ON public.action_plans_planextensionevent USING btree (plan_id);

CREATE INDEX action_plans_regionrulesevent_pgh_obj_id_1375f51f ON public.action_plans_regionrulesevent USING btree (pgh_obj_id);

CREATE INDEX action_plans_regionrulesevent_region_id_f617d502 ON public.action_plans_regionrulesevent USING btree (region_id);

CREATE INDEX action_progress_newest ON public.reviews_actionprogress USING btree (recorded_at DESC, id DESC);

CREATE INDEX assignment_newest_first ON public.accounts_assignment USING btree (valid_from DESC, id DESC);

CREATE INDEX assignment_newest_of_person ON public.accounts_assignment USING btree (person_id, valid_from DESC, id DESC);

CREATE INDEX assignment_person_role ON public.accounts_assignment USING btree (person_id, role);

CREATE INDEX assignment_role_newest_first ON public.accounts_assignment USING btree (role, valid_from DESC, id DESC);

CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);

CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);

CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);

CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);

CREATE INDEX calibration_of_area ON public.reviews_calibrationcomment USING btree (part_id, area_key, written_at);

CREATE UNIQUE INDEX care_provider_hsa_id_once ON public.organisations_careprovider USING btree (hsa_id) WHERE (NOT ((hsa_id)::text = ''::text));

CREATE UNIQUE INDEX care_provider_name_once ON public.organisations_careprovider USING btree (name) WHERE (merged_into_id IS NULL);

CREATE INDEX case_move_of_review ON public.reviews_casemove USING btree (review_id, moved_at);

CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);

CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);

CREATE INDEX escalation_open ON public.action_plans_escalation USING btree (item_id) WHERE (ended_on IS NULL);

CREATE INDEX exports_of_case ON public.reviews_caseexport USING btree (review_id, made_at DESC);

CREATE INDEX extra_review_by_day ON public.action_plans_extrareview USING btree (due_on, id);

CREATE UNIQUE INDEX fact_check_one_at_a_time ON public.reviews_factcheck USING btree (review_id) WHERE (ended_at IS NULL);

CREATE INDEX fact_check_waits ON public.reviews_factcheck USING btree (due_on) WHERE ((ended_at IS NULL) AND (finished_at IS NULL));

CREATE INDEX feedback_newest_first ON public.reviews_reviewfeedback USING btree (given_at DESC, review_id DESC);

CREATE INDEX files_storedfile_sha256_d89381b8_like ON public.files_storedfile USING btree (sha256 varchar_pattern_ops);

CREATE INDEX files_storedfileevent_pgh_obj_id_e2239ada ON public.files_storedfileevent USING btree (pgh_obj_id);

CREATE INDEX grade_after_plan ON public.reviews_grade USING btree (part_id, recorded_at) WHERE ((round)::text = ANY ((ARRAY['action_plan'::character varying, 'follow_up'::character varying])::text[]));

CREATE INDEX grade_newest ON public.reviews_grade USING btree (recorded_at DESC, id DESC);

CREATE INDEX idx_procrastinate_jobs_worker_not_null ON public.procrastinate_jobs USING btree (worker_id) WHERE ((worker_id IS NOT NULL) AND (status = 'doing'::public.procrastinate_job_status));

CREATE INDEX idx_procrastinate_workers_last_heartbeat ON public.procrastinate_workers USING btree (last_heartbeat);

CREATE INDEX invitation_newest_first ON public.accounts_invitation USING btree (created_at DESC, id DESC);

CREATE UNIQUE INDEX invitation_one_open ON public.accounts_invitation USING btree (email, role, region_id, care_provider_id, unit_id, specialty_id) NULLS NOT DISTINCT WHERE ((accepted_at IS NULL) AND (withdrawn_at IS NULL));

CREATE UNIQUE INDEX item_judgement_of_office_once ON public.action_plans_itemjudgement USING btree (item_id) WHERE is_of_office;

CREATE UNIQUE INDEX item_judgement_of_reviewer_once ON public.action_plans_itemjudgement USING btree (item_id, person_id) NULLS NOT DISTINCT WHERE (NOT is_of_office);

CREATE INDEX letter_queued ON public.notifications_reminderletter USING btree (created_at) WHERE ((state)::text = 'queued'::text);

CREATE UNIQUE INDEX material_asked_once ON public.reviews_materialitem USING btree (review_id, item_key) WHERE (NOT ((item_key)::text = ''::text));

CREATE INDEX material_of_review ON public.reviews_materialitem USING btree (review_id, "position");

CREATE INDEX mfa_authenticator_user_id_0c3a50c0 ON public.mfa_authenticator USING btree (user_id);

CREATE INDEX notes_of_part ON public.reviews_interviewnote USING btree (part_id, heard_at);

CREATE INDEX notifications_mailsettingsevent_person_id_dbbeab89 ON public.notifications_mailsettingsevent USING btree (person_id);

CREATE INDEX notifications_mailsettingsevent_pgh_obj_id_72936e27 ON public.notifications_mailsettingsevent USING btree (pgh_obj_id);

CREATE INDEX notifications_reminder_letter_id_8b65e406 ON public.notifications_reminder USING btree (letter_id);

CREATE INDEX notifications_reminder_recipient_id_517ea2b6 ON public.notifications_reminder USING btree (recipient_id);

CREATE INDEX notifications_reminderletter_recipient_id_48f74fba ON public.notifications_reminderletter USING btree (recipient_id);

CREATE INDEX order_newest_first ON public.planning_order USING btree (ordered_at DESC, id DESC);

CREATE INDEX order_waiting ON public.planning_order USING btree (ordered_at) WHERE ((state)::text = 'waiting'::text);

CREATE INDEX organisations_careprovider_merged_into_id_567d93a9 ON public.organisations_careprovider USING btree (merged_into_id);

CREATE INDEX organisations_careprovider_region_id_bb9663be ON public.organisations_careprovider USING btree (region_id);

CREATE INDEX organisations_careprovider_sort_key_69f4f890 ON public.organisations_careprovider USING btree (sort_key);

CREATE INDEX organisations_careprovider_sort_key_69f4f890_like ON public.organisations_careprovider USING btree (sort_key varchar_pattern_ops);

CREATE INDEX organisations_careproviderevent_merged_into_id_592a549a ON public.organisations_careproviderevent USING btree (merged_into_id);

CREATE INDEX organisations_careproviderevent_pgh_obj_id_03cb97d9 ON public.organisations_careproviderevent USING btree (pgh_obj_id);

CREATE INDEX organisations_careproviderevent_region_id_0427673e ON public.organisations_careproviderevent USING btree (region_id);

CREATE INDEX organisations_earliername_unit_id_d3cf6a68 ON public.organisations_earliername USING btree (unit_id);

CREATE INDEX organisations_earliernameevent_pgh_obj_id_1ba288bc ON public.organisations_earliernameevent USING btree (pgh_obj_id);

CREATE INDEX organisations_earliernameevent_unit_id_f70bf1e5 ON public.organisations_earliernameevent USING btree (unit_id);

CREATE INDEX organisations_region_code_039d3fd7_like ON public.organisations_region USING btree (code varchar_pattern_ops);

CREATE INDEX organisations_region_merged_into_id_0c08d9e2 ON public.organisations_region USING btree (merged_into_id);

CREATE INDEX organisations_region_name_c412deef_like ON public.organisations_region USING btree (name varchar_pattern_ops);

CREATE INDEX organisations_region_sort_key_1cd33890 ON public.organisations_region USING btree (sort_key);

CREATE INDEX organisations_region_sort_key_1cd33890_like ON public.organisations_region USING btree (sort_key varchar_pattern_ops);

CREATE INDEX organisations_regionevent_merged_into_id_56a890e3 ON public.organisations_regionevent USING btree (merged_into_id);

CREATE INDEX organisations_regionevent_pgh_obj_id_5b69bc20 ON public.organisations_regionevent USING btree (pgh_obj_id);

CREATE INDEX organisations_specialty_key_7cda9dbe_like ON public.organisations_specialty USING btree (key varchar_pattern_ops);

CREATE INDEX organisations_specialty_merged_into_id_8f1e3cb6 ON public.organisations_specialty USING btree (merged_into_id);

CREATE INDEX organisations_specialty_name_35dc9910_like ON public.organisations_specialty USING btree (name varchar_pattern_ops);

CREATE INDEX organisations_specialty_parent_id_698a0f44 ON public.organisations_specialty USING btree (parent_id);

CREATE INDEX organisations_specialty_sort_key_32e3052d ON public.organisations_specialty USING btree (sort_key);

CREATE INDEX organisations_specialty_sort_key_32e3052d_like ON public.organisations_specialty USING btree (sort_key varchar_pattern_ops);

CREATE INDEX organisations_specialtyevent_merged_into_id_363d9a3b ON public.organisations_specialtyevent USING btree (merged_into_id);

CREATE INDEX organisations_specialtyevent_parent_id_bb89e314 ON public.organisations_specialtyevent USING btree (parent_id);

CREATE INDEX organisations_specialtyevent_pgh_obj_id_0469205b ON public.organisations_specialtyevent USING btree (pgh_obj_id);

CREATE INDEX organisations_unit_care_provider_id_61eddfc0 ON public.organisations_unit USING btree (care_provider_id);

CREATE INDEX organisations_unit_merged_into_id_a95ffd95 ON public.organisations_unit USING btree (merged_into_id);

CREATE INDEX organisations_unit_parent_id_c68c70a6 ON public.organisations_unit USING btree (parent_id);

CREATE INDEX organisations_unit_region_id_1991ec6c ON public.organisations_unit USING btree (region_id);

CREATE INDEX organisations_unit_sort_key_65cdb6eb ON public.organisations_unit USING btree (sort_key);

CREATE INDEX organisations_unit_sort_key_65cdb6eb_like ON public.organisations_unit USING btree (sort_key varchar_pattern_ops);

CREATE INDEX organisations_unitevent_care_provider_id_a5059d67 ON public.organisations_unitevent USING btree (care_provider_id);

CREATE INDEX organisations_unitevent_merged_into_id_b05bb28b ON public.organisations_unitevent USING btree (merged_into_id);

CREATE INDEX organisations_unitevent_parent_id_ba9582ec ON public.organisations_unitevent USING btree (parent_id);

CREATE INDEX organisations_unitevent_pgh_obj_id_0c677901 ON public.organisations_unitevent USING btree (pgh_obj_id);

CREATE INDEX organisations_unitevent_region_id_cdd73c21 ON public.organisations_unitevent USING btree (region_id);

CREATE INDEX organisations_unitspecialty_specialty_id_1bd30540 ON public.organisations_unitspecialty USING btree (specialty_id);

CREATE INDEX organisations_unitspecialty_unit_id_dded3daf ON public.organisations_unitspecialty USING btree (unit_id);

CREATE INDEX organisations_unitspecialtyevent_pgh_obj_id_d0d72a61 ON public.organisations_unitspecialtyevent USING btree (pgh_obj_id);

CREATE INDEX organisations_unitspecialtyevent_specialty_id_0afcbecd ON public.organisations_unitspecialtyevent USING btree (specialty_id);

CREATE INDEX organisations_unitspecialtyevent_unit_id_8e881300 ON public.organisations_unitspecialtyevent USING btree (unit_id);

CREATE INDEX person_by_name ON public.accounts_person USING btree (sort_key, id) WHERE ((erased_at IS NULL) AND (merged_into_id IS NULL));

CREATE UNIQUE INDEX person_merged_once ON public.accounts_personmerge USING btree (person_id) WHERE (undone_at IS NULL);

CREATE INDEX person_search ON public.accounts_person USING gin (search_vector);

CREATE INDEX plan_item_by_due_date ON public.reviews_actionplanitem USING btree (state, due_on);

CREATE INDEX plan_item_undone ON public.reviews_actionplanitem USING btree (due_on) WHERE ((state)::text = ANY ((ARRAY['planned'::character varying, 'not_done'::character varying])::text[]));

CREATE INDEX plan_open ON public.action_plans_plan USING btree (due_on) WHERE (settled_at IS NULL);

CREATE INDEX planning_absence_person_id_19653b72 ON public.planning_absence USING btree (person_id);

CREATE INDEX planning_absenceevent_person_id_121f76c6 ON public.planning_absenceevent USING btree (person_id);

CREATE INDEX planning_absenceevent_pgh_obj_id_c3edc122 ON public.planning_absenceevent USING btree (pgh_obj_id);

CREATE INDEX planning_calendarfeed_digest_d6dfb32a_like ON public.planning_calendarfeed USING btree (digest varchar_pattern_ops);

CREATE INDEX planning_campaign_created_by_id_69fd9a26 ON public.planning_campaign USING btree (created_by_id);

CREATE INDEX planning_campaigncase_campaign_id_982bf109 ON public.planning_campaigncase USING btree (campaign_id);

CREATE INDEX planning_campaigncaseevent_campaign_id_abd579ff ON public.planning_campaigncaseevent USING btree (campaign_id);

CREATE INDEX planning_campaigncaseevent_pgh_obj_id_7f9714d6 ON public.planning_campaigncaseevent USING btree (pgh_obj_id);

CREATE INDEX planning_campaigncaseevent_review_id_937d72ae ON public.planning_campaigncaseevent USING btree (review_id);

CREATE INDEX planning_campaignevent_created_by_id_b97a0b50 ON public.planning_campaignevent USING btree (created_by_id);

CREATE INDEX planning_campaignevent_pgh_obj_id_db185213 ON public.planning_campaignevent USING btree (pgh_obj_id);

CREATE INDEX planning_order_ordered_by_id_03c929af ON public.planning_order USING btree (ordered_by_id);

CREATE INDEX planning_order_settled_by_id_50573f5a ON public.planning_order USING btree (settled_by_id);

CREATE INDEX planning_order_specialty_id_def072dd ON public.planning_order USING btree (specialty_id);

CREATE INDEX planning_orderevent_ordered_by_id_a2243753 ON public.planning_orderevent USING btree (ordered_by_id);

CREATE INDEX planning_orderevent_pgh_obj_id_29fab4df ON public.planning_orderevent USING btree (pgh_obj_id);

CREATE INDEX planning_orderevent_settled_by_id_ecdadf71 ON public.planning_orderevent USING btree (settled_by_id);

CREATE INDEX planning_orderevent_specialty_id_2b6423ff ON public.planning_orderevent USING btree (specialty_id);

CREATE INDEX planning_orderunit_order_id_d8921437 ON public.planning_orderunit USING btree (order_id);

CREATE INDEX planning_orderunit_unit_id_5cf63860 ON public.planning_orderunit USING btree (unit_id);

CREATE INDEX planning_orderunitevent_order_id_01989004 ON public.planning_orderunitevent USING btree (order_id);

CREATE INDEX planning_orderunitevent_pgh_obj_id_851fb444 ON public.planning_orderunitevent USING btree (pgh_obj_id);

CREATE INDEX planning_orderunitevent_review_id_37676d83 ON public.planning_orderunitevent USING btree (review_id);

CREATE INDEX planning_orderunitevent_unit_id_9289c0ae ON public.planning_orderunitevent USING btree (unit_id);

CREATE INDEX planning_proposedseat_person_id_b008229d ON public.planning_proposedseat USING btree (person_id);

CREATE INDEX planning_proposedseat_proposal_id_7b023d72 ON public.planning_proposedseat USING btree (proposal_id);

CREATE INDEX planning_proposedseat_review_id_42823da6 ON public.planning_proposedseat USING btree (review_id);

CREATE INDEX planning_regionallowedevent_pgh_obj_id_d71b333d ON public.planning_regionallowedevent USING btree (pgh_obj_id);

CREATE INDEX planning_regionallowedevent_specialty_id_8bf51d6b ON public.planning_regionallowedevent USING btree (specialty_id);

CREATE INDEX planning_reviewerprofileevent_person_id_02aa646f ON public.planning_reviewerprofileevent USING btree (person_id);

CREATE INDEX planning_reviewerprofileevent_pgh_obj_id_318eced6 ON public.planning_reviewerprofileevent USING btree (pgh_obj_id);

CREATE INDEX planning_reviewertie_care_provider_id_1196c267 ON public.planning_reviewertie USING btree (care_provider_id);

CREATE INDEX planning_reviewertie_person_id_307886b4 ON public.planning_reviewertie USING btree (person_id);

CREATE INDEX planning_reviewertie_unit_id_dbca4dba ON public.planning_reviewertie USING btree (unit_id);

CREATE INDEX planning_reviewertieevent_care_provider_id_cc6a2c5a ON public.planning_reviewertieevent USING btree (care_provider_id);

CREATE INDEX planning_reviewertieevent_person_id_b4371f3a ON public.planning_reviewertieevent USING btree (person_id);

CREATE INDEX planning_reviewertieevent_pgh_obj_id_72e95366 ON public.planning_reviewertieevent USING btree (pgh_obj_id);

CREATE INDEX planning_reviewertieevent_unit_id_0d229357 ON public.planning_reviewertieevent USING btree (unit_id);

CREATE INDEX planning_slotreviewer_person_id_620bf7b0 ON public.planning_slotreviewer USING btree (person_id);

CREATE INDEX planning_slotreviewer_slot_id_fc6731a5 ON public.planning_slotreviewer USING btree (slot_id);

CREATE INDEX planning_slotreviewerevent_person_id_21e7d1ee ON public.planning_slotreviewerevent USING btree (person_id);

CREATE INDEX planning_slotreviewerevent_pgh_obj_id_48d7c224 ON public.planning_slotreviewerevent USING btree (pgh_obj_id);

CREATE INDEX planning_slotreviewerevent_slot_id_e5e8c4fd ON public.planning_slotreviewerevent USING btree (slot_id);

CREATE INDEX planning_teamproposal_asked_by_id_33ac1598 ON public.planning_teamproposal USING btree (asked_by_id);

CREATE INDEX planning_teamproposal_campaign_id_a6542f35 ON public.planning_teamproposal USING btree (campaign_id);

CREATE INDEX planning_visitslot_review_id_7c77a75e ON public.planning_visitslot USING btree (review_id);

CREATE INDEX planning_visitslot_taken_by_id_4120e45c ON public.planning_visitslot USING btree (taken_by_id);

CREATE INDEX planning_visitslotevent_pgh_obj_id_2060fa67 ON public.planning_visitslotevent USING btree (pgh_obj_id);

CREATE INDEX planning_visitslotevent_review_id_09f04600 ON public.planning_visitslotevent USING btree (review_id);

CREATE INDEX procrastinate_events_job_id_fkey_v1 ON public.procrastinate_events USING btree (job_id);

CREATE INDEX procrastinate_jobs_id_lock_idx_v1 ON public.procrastinate_jobs USING btree (id, lock) WHERE (status = ANY (ARRAY['todo'::public.procrastinate_job_status, 'doing'::public.procrastinate_job_status]));

CREATE UNIQUE INDEX procrastinate_jobs_lock_idx_v1 ON public.procrastinate_jobs USING btree (lock) WHERE (status = 'doing'::public.procrastinate_job_status);

CREATE INDEX procrastinate_jobs_priority_idx_v1 ON public.procrastinate_jobs USING btree (priority DESC, id) WHERE (status = 'todo'::public.procrastinate_job_status);

CREATE INDEX procrastinate_jobs_queue_name_idx_v1 ON public.procrastinate_jobs USING btree (queue_name);

CREATE UNIQUE INDEX procrastinate_jobs_queueing_lock_idx_v1 ON public.procrastinate_jobs USING btree (queueing_lock) WHERE (status = 'todo'::public.procrastinate_job_status);

CREATE INDEX procrastinate_periodic_defers_job_id_fkey_v1 ON public.procrastinate_periodic_defers USING btree (job_id);

CREATE INDEX proposal_by_state ON public.report_import_importproposal USING btree (batch_id, state);

CREATE UNIQUE INDEX proposal_file_once_in_batch ON public.report_import_importproposal USING btree (batch_id, stored_file_id, file_name) WHERE (NOT ((state)::text = ANY ((ARRAY['taken_back'::character varying, 'discarded'::character varying])::text[])));

CREATE UNIQUE INDEX proposal_unstored_once_in_batch ON public.report_import_importproposal USING btree (batch_id, file_name) WHERE (stored_file_id IS NULL);

CREATE INDEX publication_newest ON public.reviews_publication USING btree (visited_on DESC NULLS LAST, id DESC);

CREATE INDEX publication_newest_act ON public.reviews_publication USING btree (published_at DESC, id DESC);

CREATE INDEX publication_newest_withdrawn ON public.reviews_publication USING btree (withdrawn_at DESC, id DESC) WHERE (withdrawn_at IS NOT NULL);

CREATE UNIQUE INDEX publication_one_standing ON public.reviews_publication USING btree (review_id) WHERE (withdrawn_at IS NULL);

CREATE INDEX publication_search ON public.reviews_publication USING gin (search_vector);

CREATE INDEX questionnaires_answer_group_id_508095b3 ON public.questionnaires_answer USING btree (group_id);

CREATE INDEX questionnaires_draft_group_id_cf3baa8d ON public.questionnaires_draft USING btree (group_id);

CREATE INDEX questionnaires_draft_key_f76cddd6_like ON public.questionnaires_draft USING btree (key varchar_pattern_ops);

CREATE INDEX questionnaires_group_round_id_30a3d82b ON public.questionnaires_group USING btree (round_id);

CREATE INDEX questionnaires_invitation_group_id_574cf01d ON public.questionnaires_invitation USING btree (group_id);

CREATE INDEX questionnaires_link_group_id_de01f8cd ON public.questionnaires_link USING btree (group_id);

CREATE INDEX questionnaires_link_invitation_id_6a5134cc ON public.questionnaires_link USING btree (invitation_id);

CREATE INDEX questionnaires_link_token_hash_c83179d3_like ON public.questionnaires_link USING btree (token_hash varchar_pattern_ops);

CREATE INDEX questionnaires_openanswer_group_id_d63c55c5 ON public.questionnaires_openanswer USING btree (group_id);

CREATE INDEX questionnaires_round_subject_key_b2f9be0e_like ON public.questionnaires_round USING btree (subject_key varchar_pattern_ops);

CREATE INDEX questionnaires_round_unit_id_c8e9e952 ON public.questionnaires_round USING btree (unit_id);

CREATE INDEX questionnaires_roundevent_pgh_obj_id_9643e25c ON public.questionnaires_roundevent USING btree (pgh_obj_id);

CREATE INDEX questionnaires_roundevent_unit_id_8ef91d8c ON public.questionnaires_roundevent USING btree (unit_id);

CREATE INDEX questionnaires_waiting_group_id_f56731ba ON public.questionnaires_waiting USING btree (group_id);

CREATE INDEX reading_by_subject ON public.trail_readingrecord USING btree (subject_id, at DESC, id DESC);

CREATE INDEX reconsideration_waits ON public.reviews_reconsideration USING btree (asked_at) WHERE (decided_at IS NULL);

CREATE INDEX remarks_of_check ON public.reviews_remark USING btree (fact_check_id, written_at);

CREATE INDEX reminder_newest ON public.notifications_reminder USING btree (recipient_id, created_at DESC, id DESC);

CREATE INDEX reminder_unread ON public.notifications_reminder USING btree (recipient_id) WHERE ((cancelled_at IS NULL) AND (read_at IS NULL));

CREATE INDEX report_import_doubtanswer_answered_by_id_d6a44024 ON public.report_import_doubtanswer USING btree (answered_by_id);

CREATE INDEX report_import_doubtanswer_proposal_id_70c73d89 ON public.report_import_doubtanswer USING btree (proposal_id);

CREATE INDEX report_import_doubtanswerevent_answered_by_id_d2997696 ON public.report_import_doubtanswerevent USING btree (answered_by_id);

CREATE INDEX report_import_doubtanswerevent_pgh_obj_id_5abc1061 ON public.report_import_doubtanswerevent USING btree (pgh_obj_id);

CREATE INDEX report_import_doubtanswerevent_proposal_id_8a12f6e3 ON public.report_import_doubtanswerevent USING btree (proposal_id);

CREATE INDEX report_import_fielddecision_decided_by_id_4d00961e ON public.report_import_fielddecision USING btree (decided_by_id);

CREATE INDEX report_import_fielddecision_proposal_id_08e10ccc ON public.report_import_fielddecision USING btree (proposal_id);

CREATE INDEX report_import_fielddecisionevent_decided_by_id_25329a2a ON public.report_import_fielddecisionevent USING btree (decided_by_id);

CREATE INDEX report_import_fielddecisionevent_pgh_obj_id_e6e5c18e ON public.report_import_fielddecisionevent USING btree (pgh_obj_id);

CREATE INDEX report_import_fielddecisionevent_proposal_id_3d0299c6 ON public.report_import_fielddecisionevent USING btree (proposal_id);

CREATE INDEX report_import_importbatch_created_by_id_77ca522a ON public.report_import_importbatch USING btree (created_by_id);

CREATE INDEX report_import_importbatch_created_by_key_14009528 ON public.report_import_importbatch USING btree (created_by_key);

CREATE INDEX report_import_importbatch_created_by_key_14009528_like ON public.report_import_importbatch USING btree (created_by_key varchar_pattern_ops);

CREATE INDEX report_import_importbatchevent_created_by_id_a5ff3ba9 ON public.report_import_importbatchevent USING btree (created_by_id);

CREATE INDEX report_import_importbatchevent_pgh_obj_id_28e99ff1 ON public.report_import_importbatchevent USING btree (pgh_obj_id);

CREATE INDEX report_import_importproposal_batch_id_6a643e03 ON public.report_import_importproposal USING btree (batch_id);

CREATE INDEX report_import_importproposal_chosen_specialty_id_fdd0fc4b ON public.report_import_importproposal USING btree (chosen_specialty_id);

CREATE INDEX report_import_importproposal_chosen_unit_id_11909778 ON public.report_import_importproposal USING btree (chosen_unit_id);

CREATE INDEX report_import_importproposal_duplicate_of_id_6c8b44a2 ON public.report_import_importproposal USING btree (duplicate_of_id);

CREATE INDEX report_import_importproposal_stored_file_id_16142e8e ON public.report_import_importproposal USING btree (stored_file_id);

CREATE INDEX report_import_importproposalevent_batch_id_e7332c2f ON public.report_import_importproposalevent USING btree (batch_id);

CREATE INDEX report_import_importproposalevent_chosen_specialty_id_6a90571d ON public.report_import_importproposalevent USING btree (chosen_specialty_id);

CREATE INDEX report_import_importproposalevent_chosen_unit_id_51746b7a ON public.report_import_importproposalevent USING btree (chosen_unit_id);

CREATE INDEX report_import_importproposalevent_duplicate_of_id_398f71ae ON public.report_import_importproposalevent USING btree (duplicate_of_id);

CREATE INDEX report_import_importproposalevent_pgh_obj_id_baf2849e ON public.report_import_importproposalevent USING btree (pgh_obj_id);

CREATE INDEX report_import_importproposalevent_review_id_a836e876 ON public.report_import_importproposalevent USING btree (review_id);

CREATE INDEX report_import_importproposalevent_stored_file_id_bf0bad80 ON public.report_import_importproposalevent USING btree (stored_file_id);

CREATE INDEX report_import_presence_person_id_2a700845 ON public.report_import_presence USING btree (person_id);

CREATE INDEX report_import_presence_proposal_id_ee96614c ON public.report_import_presence USING btree (proposal_id);

CREATE INDEX report_import_proposalreading_proposal_id_a2b88a0a ON public.report_import_proposalreading USING btree (proposal_id);

CREATE INDEX report_import_proposalreadingevent_pgh_obj_id_181c84cb ON public.report_import_proposalreadingevent USING btree (pgh_obj_id);

CREATE INDEX report_import_proposalreadingevent_proposal_id_980fe853 ON public.report_import_proposalreadingevent USING btree (proposal_id);

CREATE INDEX review_area_outcomes ON public.reviews_review USING gin (area_outcomes jsonb_path_ops);

CREATE INDEX review_in_progress ON public.reviews_review USING btree (state, visit_from) WHERE ((state)::text = ANY ((ARRAY['calibration'::character varying, 'draft'::character varying, 'fact_check'::character varying, 'ordered'::character varying, 'planned'::character varying, 'preparing'::character varying, 'visited'::character varying])::text[]));

CREATE INDEX review_newest ON public.reviews_review USING btree (visit_from DESC NULLS LAST, id DESC);

CREATE INDEX review_newest_recorded ON public.reviews_review USING btree (created_at DESC, id DESC);

CREATE INDEX review_of_unit ON public.reviews_review USING btree (unit_id, visit_from);

CREATE INDEX review_search ON public.reviews_review USING gin (search_vector);

CREATE INDEX reviews_actionplanitem_part_id_948d4797 ON public.reviews_actionplanitem USING btree (part_id);

CREATE INDEX reviews_actionplanitemevent_part_id_2f5ab4fb ON public.reviews_actionplanitemevent USING btree (part_id);

CREATE INDEX reviews_actionplanitemevent_pgh_obj_id_fbbcffc5 ON public.reviews_actionplanitemevent USING btree (pgh_obj_id);

CREATE INDEX reviews_actionprogress_item_id_36d44924 ON public.reviews_actionprogress USING btree (item_id);

CREATE INDEX reviews_actionprogress_recorded_by_id_4760595c ON public.reviews_actionprogress USING btree (recorded_by_id);

CREATE INDEX reviews_actionprogressevent_item_id_4e43559a ON public.reviews_actionprogressevent USING btree (item_id);

CREATE INDEX reviews_actionprogressevent_pgh_obj_id_32746739 ON public.reviews_actionprogressevent USING btree (pgh_obj_id);

CREATE INDEX reviews_actionprogressevent_recorded_by_id_e3714323 ON public.reviews_actionprogressevent USING btree (recorded_by_id);

CREATE INDEX reviews_areadone_part_id_df62cfe2 ON public.reviews_areadone USING btree (part_id);

CREATE INDEX reviews_areadone_reviewer_id_4af95c0d ON public.reviews_areadone USING btree (reviewer_id);

CREATE INDEX reviews_areadoneevent_part_id_9c8299d6 ON public.reviews_areadoneevent USING btree (part_id);

CREATE INDEX reviews_areadoneevent_pgh_obj_id_cbe4534b ON public.reviews_areadoneevent USING btree (pgh_obj_id);

CREATE INDEX reviews_areadoneevent_reviewer_id_1cca9b5f ON public.reviews_areadoneevent USING btree (reviewer_id);

CREATE INDEX reviews_areatext_part_id_16cd5a8a ON public.reviews_areatext USING btree (part_id);

CREATE INDEX reviews_areatextevent_part_id_d2d3662b ON public.reviews_areatextevent USING btree (part_id);

CREATE INDEX reviews_areatextevent_pgh_obj_id_0713ed38 ON public.reviews_areatextevent USING btree (pgh_obj_id);

CREATE INDEX reviews_calibrationcomment_answered_by_id_ff5cc126 ON public.reviews_calibrationcomment USING btree (answered_by_id);

CREATE INDEX reviews_calibrationcomment_part_id_362913eb ON public.reviews_calibrationcomment USING btree (part_id);

CREATE INDEX reviews_calibrationcomment_written_by_id_013b875d ON public.reviews_calibrationcomment USING btree (written_by_id);

CREATE INDEX reviews_calibrationcommentevent_answered_by_id_cdbd11d5 ON public.reviews_calibrationcommentevent USING btree (answered_by_id);

CREATE INDEX reviews_calibrationcommentevent_part_id_9eebd637 ON public.reviews_calibrationcommentevent USING btree (part_id);

CREATE INDEX reviews_calibrationcommentevent_pgh_obj_id_6ec70ee2 ON public.reviews_calibrationcommentevent USING btree (pgh_obj_id);

CREATE INDEX reviews_calibrationcommentevent_written_by_id_68b29819 ON public.reviews_calibrationcommentevent USING btree (written_by_id);

CREATE INDEX reviews_caseexport_made_by_id_134bd971 ON public.reviews_caseexport USING btree (made_by_id);

CREATE INDEX reviews_caseexport_review_id_12144a4f ON public.reviews_caseexport USING btree (review_id);

CREATE INDEX reviews_caseexportevent_made_by_id_9a145b32 ON public.reviews_caseexportevent USING btree (made_by_id);

CREATE INDEX reviews_caseexportevent_pgh_obj_id_4f98ee2b ON public.reviews_caseexportevent USING btree (pgh_obj_id);

CREATE INDEX reviews_caseexportevent_review_id_91e9ad29 ON public.reviews_caseexportevent USING btree (review_id);

CREATE INDEX reviews_casemove_moved_by_id_0b62fcf8 ON public.reviews_casemove USING btree (moved_by_id);

CREATE INDEX reviews_casemove_review_id_cfadad4d ON public.reviews_casemove USING btree (review_id);

CREATE INDEX reviews_casemoveevent_moved_by_id_af3f5d24 ON public.reviews_casemoveevent USING btree (moved_by_id);

CREATE INDEX reviews_casemoveevent_pgh_obj_id_4420682a ON public.reviews_casemoveevent USING btree (pgh_obj_id);

CREATE INDEX reviews_casemoveevent_review_id_02e98b27 ON public.reviews_casemoveevent USING btree (review_id);

CREATE INDEX reviews_correction_made_by_id_51fa1f39 ON public.reviews_correction USING btree (made_by_id);

CREATE INDEX reviews_correction_part_id_77f9c6cb ON public.reviews_correction USING btree (part_id);

CREATE INDEX reviews_correction_review_id_b3711d71 ON public.reviews_correction USING btree (review_id);

CREATE INDEX reviews_correctionevent_made_by_id_0febc7e1 ON public.reviews_correctionevent USING btree (made_by_id);

CREATE INDEX reviews_correctionevent_part_id_03eb01ea ON public.reviews_correctionevent USING btree (part_id);

CREATE INDEX reviews_correctionevent_pgh_obj_id_f182137c ON public.reviews_correctionevent USING btree (pgh_obj_id);

CREATE INDEX reviews_correctionevent_review_id_11402455 ON public.reviews_correctionevent USING btree (review_id);

CREATE INDEX reviews_factcheck_finished_by_id_56297bcf ON public.reviews_factcheck USING btree (finished_by_id);

CREATE INDEX reviews_factcheck_review_id_3cb4766e ON public.reviews_factcheck USING btree (review_id);

CREATE INDEX reviews_factcheck_sent_by_id_7a5f2378 ON public.reviews_factcheck USING btree (sent_by_id);

CREATE INDEX reviews_factcheckevent_finished_by_id_bf3d410a ON public.reviews_factcheckevent USING btree (finished_by_id);

CREATE INDEX reviews_factcheckevent_pgh_obj_id_a1e05e08 ON public.reviews_factcheckevent USING btree (pgh_obj_id);

CREATE INDEX reviews_factcheckevent_review_id_c72988af ON public.reviews_factcheckevent USING btree (review_id);

CREATE INDEX reviews_factcheckevent_sent_by_id_9ac4fbd6 ON public.reviews_factcheckevent USING btree (sent_by_id);

CREATE INDEX reviews_grade_decided_by_id_48756ebe ON public.reviews_grade USING btree (decided_by_id);

CREATE INDEX reviews_grade_part_id_bc2c7a91 ON public.reviews_grade USING btree (part_id);

CREATE INDEX reviews_gradeevent_decided_by_id_e7e733b4 ON public.reviews_gradeevent USING btree (decided_by_id);

CREATE INDEX reviews_gradeevent_part_id_5d53ccf3 ON public.reviews_gradeevent USING btree (part_id);

CREATE INDEX reviews_gradeevent_pgh_obj_id_f00b5c5e ON public.reviews_gradeevent USING btree (pgh_obj_id);

CREATE INDEX reviews_interviewnote_author_id_464f11a0 ON public.reviews_interviewnote USING btree (author_id);

CREATE INDEX reviews_interviewnote_part_id_d6b30084 ON public.reviews_interviewnote USING btree (part_id);

CREATE INDEX reviews_interviewnoteevent_author_id_b688542e ON public.reviews_interviewnoteevent USING btree (author_id);

CREATE INDEX reviews_interviewnoteevent_part_id_1ffc7247 ON public.reviews_interviewnoteevent USING btree (part_id);

CREATE INDEX reviews_interviewnoteevent_pgh_obj_id_f63ce40f ON public.reviews_interviewnoteevent USING btree (pgh_obj_id);

CREATE INDEX reviews_judgement_part_id_8d7ee875 ON public.reviews_judgement USING btree (part_id);

CREATE INDEX reviews_judgement_reviewer_id_f4b6e213 ON public.reviews_judgement USING btree (reviewer_id);

CREATE INDEX reviews_judgementevent_part_id_70bf36bf ON public.reviews_judgementevent USING btree (part_id);

CREATE INDEX reviews_judgementevent_pgh_obj_id_09383fb2 ON public.reviews_judgementevent USING btree (pgh_obj_id);

CREATE INDEX reviews_judgementevent_reviewer_id_81abcaf5 ON public.reviews_judgementevent USING btree (reviewer_id);

CREATE INDEX reviews_materialcomment_item_id_9bb16faf ON public.reviews_materialcomment USING btree (item_id);

CREATE INDEX reviews_materialcomment_written_by_id_d760beb8 ON public.reviews_materialcomment USING btree (written_by_id);

CREATE INDEX reviews_materialcommentevent_item_id_4f841fbe ON public.reviews_materialcommentevent USING btree (item_id);

CREATE INDEX reviews_materialcommentevent_pgh_obj_id_f379ba5a ON public.reviews_materialcommentevent USING btree (pgh_obj_id);

CREATE INDEX reviews_materialcommentevent_written_by_id_d865d7cf ON public.reviews_materialcommentevent USING btree (written_by_id);

CREATE INDEX reviews_materialfile_hand_in_id_60051f05 ON public.reviews_materialfile USING btree (hand_in_id);

CREATE INDEX reviews_materialfile_stored_file_id_4214dc4f ON public.reviews_materialfile USING btree (stored_file_id);

CREATE INDEX reviews_materialfileevent_hand_in_id_bd4b1579 ON public.reviews_materialfileevent USING btree (hand_in_id);

CREATE INDEX reviews_materialfileevent_pgh_obj_id_6ad185ef ON public.reviews_materialfileevent USING btree (pgh_obj_id);

CREATE INDEX reviews_materialfileevent_stored_file_id_f9df3798 ON public.reviews_materialfileevent USING btree (stored_file_id);

CREATE INDEX reviews_materialitem_added_by_id_84eabeda ON public.reviews_materialitem USING btree (added_by_id);

CREATE INDEX reviews_materialitem_owner_id_7752d9c1 ON public.reviews_materialitem USING btree (owner_id);

CREATE INDEX reviews_materialitem_review_id_df2a6c66 ON public.reviews_materialitem USING btree (review_id);

CREATE INDEX reviews_materialitemevent_added_by_id_eb171d05 ON public.reviews_materialitemevent USING btree (added_by_id);

CREATE INDEX reviews_materialitemevent_owner_id_4ef059ad ON public.reviews_materialitemevent USING btree (owner_id);

CREATE INDEX reviews_materialitemevent_pgh_obj_id_754336b3 ON public.reviews_materialitemevent USING btree (pgh_obj_id);

CREATE INDEX reviews_materialitemevent_review_id_db121468 ON public.reviews_materialitemevent USING btree (review_id);

CREATE INDEX reviews_materiallook_item_id_81d02ead ON public.reviews_materiallook USING btree (item_id);

CREATE INDEX reviews_materiallook_person_id_2811a054 ON public.reviews_materiallook USING btree (person_id);

CREATE INDEX reviews_materialopening_file_id_0adefbe6 ON public.reviews_materialopening USING btree (file_id);

CREATE INDEX reviews_materialopening_person_id_eb597a3d ON public.reviews_materialopening USING btree (person_id);

CREATE INDEX reviews_materialopeningevent_file_id_4bf63867 ON public.reviews_materialopeningevent USING btree (file_id);

CREATE INDEX reviews_materialopeningevent_person_id_815e58b9 ON public.reviews_materialopeningevent USING btree (person_id);

CREATE INDEX reviews_materialopeningevent_pgh_obj_id_08016841 ON public.reviews_materialopeningevent USING btree (pgh_obj_id);

CREATE INDEX reviews_materialversion_handed_in_by_id_e554b0d6 ON public.reviews_materialversion USING btree (handed_in_by_id);

CREATE INDEX reviews_materialversion_item_id_aa3e3515 ON public.reviews_materialversion USING btree (item_id);

CREATE INDEX reviews_materialversionevent_handed_in_by_id_24b00f6f ON public.reviews_materialversionevent USING btree (handed_in_by_id);

CREATE INDEX reviews_materialversionevent_item_id_8ddfc85b ON public.reviews_materialversionevent USING btree (item_id);

CREATE INDEX reviews_materialversionevent_pgh_obj_id_e88c671c ON public.reviews_materialversionevent USING btree (pgh_obj_id);

CREATE INDEX reviews_offlinecopy_account_id_9e0b7caf ON public.reviews_offlinecopy USING btree (account_id);

CREATE INDEX reviews_offlinecopy_session_id_b2bcb588 ON public.reviews_offlinecopy USING btree (session_id);

CREATE INDEX reviews_publication_published_by_id_579480ab ON public.reviews_publication USING btree (published_by_id);

CREATE INDEX reviews_publication_review_id_f29eabcf ON public.reviews_publication USING btree (review_id);

CREATE INDEX reviews_publication_withdrawn_by_id_2aec21ec ON public.reviews_publication USING btree (withdrawn_by_id);

CREATE INDEX reviews_publicationevent_pgh_obj_id_1fbb5d12 ON public.reviews_publicationevent USING btree (pgh_obj_id);

CREATE INDEX reviews_publicationevent_published_by_id_b64c7371 ON public.reviews_publicationevent USING btree (published_by_id);

CREATE INDEX reviews_publicationevent_review_id_c4930180 ON public.reviews_publicationevent USING btree (review_id);

CREATE INDEX reviews_publicationevent_withdrawn_by_id_db732e91 ON public.reviews_publicationevent USING btree (withdrawn_by_id);

CREATE INDEX reviews_reconsideration_asked_by_id_554baba1 ON public.reviews_reconsideration USING btree (asked_by_id);

CREATE INDEX reviews_reconsideration_decided_by_id_c0db7432 ON public.reviews_reconsideration USING btree (decided_by_id);

CREATE INDEX reviews_reconsideration_review_id_4f6de4cd ON public.reviews_reconsideration USING btree (review_id);

CREATE INDEX reviews_reconsiderationevent_asked_by_id_5d84fab8 ON public.reviews_reconsiderationevent USING btree (asked_by_id);

CREATE INDEX reviews_reconsiderationevent_decided_by_id_c32e932c ON public.reviews_reconsiderationevent USING btree (decided_by_id);

CREATE INDEX reviews_reconsiderationevent_pgh_obj_id_91a248a6 ON public.reviews_reconsiderationevent USING btree (pgh_obj_id);

CREATE INDEX reviews_reconsiderationevent_review_id_be167771 ON public.reviews_reconsiderationevent USING btree (review_id);

CREATE INDEX reviews_reconsideredarea_part_id_6df6760c ON public.reviews_reconsideredarea USING btree (part_id);

CREATE INDEX reviews_reconsideredarea_reconsideration_id_4e817b77 ON public.reviews_reconsideredarea USING btree (reconsideration_id);

CREATE INDEX reviews_reconsideredareaevent_grade_id_69c142e1 ON public.reviews_reconsideredareaevent USING btree (grade_id);

CREATE INDEX reviews_reconsideredareaevent_part_id_510c4ca4 ON public.reviews_reconsideredareaevent USING btree (part_id);

CREATE INDEX reviews_reconsideredareaevent_pgh_obj_id_d7ab4a41 ON public.reviews_reconsideredareaevent USING btree (pgh_obj_id);

CREATE INDEX reviews_reconsideredareaevent_reconsideration_id_d2edde6f ON public.reviews_reconsideredareaevent USING btree (reconsideration_id);

CREATE INDEX reviews_remark_answered_by_id_6074e80e ON public.reviews_remark USING btree (answered_by_id);

CREATE INDEX reviews_remark_fact_check_id_67105c88 ON public.reviews_remark USING btree (fact_check_id);

CREATE INDEX reviews_remark_part_id_527742a0 ON public.reviews_remark USING btree (part_id);

CREATE INDEX reviews_remark_written_by_id_ccbcde2e ON public.reviews_remark USING btree (written_by_id);

CREATE INDEX reviews_remarkevent_answered_by_id_bfb6d923 ON public.reviews_remarkevent USING btree (answered_by_id);

CREATE INDEX reviews_remarkevent_fact_check_id_123af117 ON public.reviews_remarkevent USING btree (fact_check_id);

CREATE INDEX reviews_remarkevent_part_id_33f832da ON public.reviews_remarkevent USING btree (part_id);

CREATE INDEX reviews_remarkevent_pgh_obj_id_25c5f9d0 ON public.reviews_remarkevent USING btree (pgh_obj_id);

CREATE INDEX reviews_remarkevent_written_by_id_854cd710 ON public.reviews_remarkevent USING btree (written_by_id);

CREATE INDEX reviews_review_care_provider_id_4cc14ad4 ON public.reviews_review USING btree (care_provider_id);

CREATE INDEX reviews_review_case_number_53f981ab_like ON public.reviews_review USING btree (case_number varchar_pattern_ops);

CREATE INDEX reviews_review_created_by_id_2db9f91c ON public.reviews_review USING btree (created_by_id);

CREATE INDEX reviews_review_specialty_id_508c1a2b ON public.reviews_review USING btree (specialty_id);

CREATE INDEX reviews_review_unit_id_4e4afa49 ON public.reviews_review USING btree (unit_id);

CREATE INDEX reviews_reviewername_person_id_e31e8701 ON public.reviews_reviewername USING btree (person_id);

CREATE INDEX reviews_reviewername_review_id_602862de ON public.reviews_reviewername USING btree (review_id);

CREATE INDEX reviews_reviewernameevent_person_id_150432a5 ON public.reviews_reviewernameevent USING btree (person_id);

CREATE INDEX reviews_reviewernameevent_pgh_obj_id_032bb6c6 ON public.reviews_reviewernameevent USING btree (pgh_obj_id);

CREATE INDEX reviews_reviewernameevent_review_id_1ae908f5 ON public.reviews_reviewernameevent USING btree (review_id);

CREATE INDEX reviews_reviewevent_care_provider_id_cebb0baa ON public.reviews_reviewevent USING btree (care_provider_id);

CREATE INDEX reviews_reviewevent_created_by_id_af1bb8e8 ON public.reviews_reviewevent USING btree (created_by_id);

CREATE INDEX reviews_reviewevent_pgh_obj_id_99d38e20 ON public.reviews_reviewevent USING btree (pgh_obj_id);

CREATE INDEX reviews_reviewevent_specialty_id_6a8373fe ON public.reviews_reviewevent USING btree (specialty_id);

CREATE INDEX reviews_reviewevent_unit_id_be3a8186 ON public.reviews_reviewevent USING btree (unit_id);

CREATE INDEX reviews_reviewfeedback_given_by_id_e04bb14b ON public.reviews_reviewfeedback USING btree (given_by_id);

CREATE INDEX reviews_reviewfeedbackevent_given_by_id_cbc277e9 ON public.reviews_reviewfeedbackevent USING btree (given_by_id);

CREATE INDEX reviews_reviewfeedbackevent_pgh_obj_id_940e1ae7 ON public.reviews_reviewfeedbackevent USING btree (pgh_obj_id);

CREATE INDEX reviews_reviewfeedbackevent_review_id_6979f808 ON public.reviews_reviewfeedbackevent USING btree (review_id);

CREATE INDEX reviews_reviewpart_key_8dd8725d ON public.reviews_reviewpart USING btree (key);

CREATE INDEX reviews_reviewpart_key_8dd8725d_like ON public.reviews_reviewpart USING btree (key varchar_pattern_ops);

CREATE INDEX reviews_reviewpart_review_id_4c431c27 ON public.reviews_reviewpart USING btree (review_id);

CREATE INDEX reviews_reviewpartevent_pgh_obj_id_d6e0b516 ON public.reviews_reviewpartevent USING btree (pgh_obj_id);

CREATE INDEX reviews_reviewpartevent_review_id_8b39a1c4 ON public.reviews_reviewpartevent USING btree (review_id);

CREATE INDEX reviews_summarypoint_part_id_281cf6ef ON public.reviews_summarypoint USING btree (part_id);

CREATE INDEX reviews_summarypointevent_part_id_47eaf53b ON public.reviews_summarypointevent USING btree (part_id);

CREATE INDEX reviews_summarypointevent_pgh_obj_id_9755db2c ON public.reviews_summarypointevent USING btree (pgh_obj_id);

CREATE INDEX reviews_teammember_appointed_by_id_aad56679 ON public.reviews_teammember USING btree (appointed_by_id);

CREATE INDEX reviews_teammember_person_id_5db881e4 ON public.reviews_teammember USING btree (person_id);

CREATE INDEX reviews_teammember_review_id_121b0174 ON public.reviews_teammember USING btree (review_id);

CREATE INDEX reviews_teammemberevent_appointed_by_id_b1478e45 ON public.reviews_teammemberevent USING btree (appointed_by_id);

CREATE INDEX reviews_teammemberevent_person_id_4b61fcda ON public.reviews_teammemberevent USING btree (person_id);

CREATE INDEX reviews_teammemberevent_pgh_obj_id_215c850b ON public.reviews_teammemberevent USING btree (pgh_obj_id);

CREATE INDEX reviews_teammemberevent_review_id_8bfda7fd ON public.reviews_teammemberevent USING btree (review_id);

CREATE INDEX reviews_verdict_part_id_1ad10803 ON public.reviews_verdict USING btree (part_id);

CREATE INDEX reviews_verdict_reviewer_id_4b5d64e5 ON public.reviews_verdict USING btree (reviewer_id);

CREATE INDEX reviews_verdictevent_part_id_b01c3ef4 ON public.reviews_verdictevent USING btree (part_id);

CREATE INDEX reviews_verdictevent_pgh_obj_id_6dff6903 ON public.reviews_verdictevent USING btree (pgh_obj_id);

CREATE INDEX reviews_verdictevent_reviewer_id_6759f84a ON public.reviews_verdictevent USING btree (reviewer_id);

CREATE INDEX role_proposal_newest_first ON public.accounts_roleproposal USING btree (proposed_at DESC, id DESC);

CREATE UNIQUE INDEX role_proposal_one_open ON public.accounts_roleproposal USING btree (person_id, role, hsa_id) WHERE ((outcome)::text = ''::text);

CREATE UNIQUE INDEX role_proposal_one_open_at_care_provider ON public.accounts_roleproposal USING btree (person_id, role, care_provider_id) WHERE ((care_provider_id IS NOT NULL) AND ((outcome)::text = ''::text));

CREATE UNIQUE INDEX role_proposal_one_open_at_unit ON public.accounts_roleproposal USING btree (person_id, role, unit_id) WHERE (((outcome)::text = ''::text) AND (unit_id IS NOT NULL));

CREATE INDEX sealed_event_by_erasure ON public.trail_sealedevent USING btree (erasure_id) WHERE (erasure_id IS NOT NULL);

CREATE INDEX shared_cache_expires ON public.shared_cache USING btree (expires);

CREATE INDEX slot_of_who_took_it ON public.planning_visitslot USING btree (taken_by_id) WHERE (taken_by_id IS NOT NULL);

CREATE UNIQUE INDEX slot_one_private_talk_each ON public.planning_visitslot USING btree (review_id, taken_by_id) WHERE ((removed_at IS NULL) AND (taken_by_id IS NOT NULL));

CREATE INDEX slots_of_review ON public.planning_visitslot USING btree (review_id, day, starts);

CREATE UNIQUE INDEX team_member_once ON public.reviews_teammember USING btree (review_id, person_id) WHERE (released_at IS NULL);

CREATE INDEX team_of_person ON public.reviews_teammember USING btree (person_id, review_id) WHERE (released_at IS NULL);

CREATE UNIQUE INDEX team_one_lead ON public.reviews_teammember USING btree (review_id) WHERE (((duty)::text = 'lead'::text) AND (released_at IS NULL));

CREATE INDEX team_proposal_newest ON public.planning_teamproposal USING btree (campaign_id, id DESC);

CREATE INDEX tie_of_person ON public.planning_reviewertie USING btree (person_id);

CREATE UNIQUE INDEX unique_authenticator_type ON public.mfa_authenticator USING btree (user_id, type) WHERE ((type)::text = ANY ((ARRAY['totp'::character varying, 'recovery_codes'::character varying])::text[]));

CREATE UNIQUE INDEX unique_primary_email ON public.account_emailaddress USING btree (user_id, "primary") WHERE "primary";

CREATE UNIQUE INDEX unique_verified_email ON public.account_emailaddress USING btree (email) WHERE verified;

CREATE UNIQUE INDEX unit_hsa_id_once ON public.organisations_unit USING btree (hsa_id) WHERE (NOT ((hsa_id)::text = ''::text));

CREATE UNIQUE INDEX unit_name_once_per_provider_and_site ON public.organisations_unit USING btree (care_provider_id, name, site) WHERE (merged_into_id IS NULL);

CREATE INDEX unit_search ON public.organisations_unit USING gin (search_vector);

CREATE INDEX verdict_by_criterion ON public.reviews_verdict USING btree (criterion_key, outcome);

CREATE TRIGGER pgtrigger_added_insert_0aff3 AFTER INSERT ON public.reviews_actionprogress FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_0aff3();

COMMENT ON TRIGGER pgtrigger_added_insert_0aff3 ON public.reviews_actionprogress IS '52aa90fc0e71adab94854b9066b75db4d01f16d5';

CREATE TRIGGER pgtrigger_added_insert_12fcc AFTER INSERT ON public.reviews_reviewpart FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_12fcc();

COMMENT ON TRIGGER pgtrigger_added_insert_12fcc ON public.reviews_reviewpart IS '074f3aba314abd157aada74741bc344021156463';

CREATE TRIGGER pgtrigger_added_insert_17491 AFTER INSERT ON public.reviews_publication FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_17491();

COMMENT ON TRIGGER pgtrigger_added_insert_17491 ON public.reviews_publication IS '48b747fdef0c856e426d264e3434d5ae8e8a0658';

CREATE TRIGGER pgtrigger_added_insert_1ab06 AFTER INSERT ON public.planning_slotreviewer FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_1ab06();

COMMENT ON TRIGGER pgtrigger_added_insert_1ab06 ON public.planning_slotreviewer IS '0aae66f00517c1dd31ea67f3479597e33c4a24a6';

CREATE TRIGGER pgtrigger_added_insert_1bcda AFTER INSERT ON public.organisations_earliername FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_1bcda();

COMMENT ON TRIGGER pgtrigger_added_insert_1bcda ON public.organisations_earliername IS 'c4220672811ecb1a89c604e791ada3a44c059777';

CREATE TRIGGER pgtrigger_added_insert_1c968 AFTER INSERT ON public.accounts_roleproposal FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_1c968();

COMMENT ON TRIGGER pgtrigger_added_insert_1c968 ON public.accounts_roleproposal IS 'bb3200e187887572e9eaf6e0b038ec6af6227f37';

CREATE TRIGGER pgtrigger_added_insert_24a28 AFTER INSERT ON public.accounts_invitation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_24a28();

COMMENT ON TRIGGER pgtrigger_added_insert_24a28 ON public.accounts_invitation IS '762817f45b14cfaf0bc5f0763ea4912590bb5261';

CREATE TRIGGER pgtrigger_added_insert_269ca AFTER INSERT ON public.reviews_reconsideredarea FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_269ca();

COMMENT ON TRIGGER pgtrigger_added_insert_269ca ON public.reviews_reconsideredarea IS '9766069b058e58d308cfa9ef9532bbd496668376';

CREATE TRIGGER pgtrigger_added_insert_26d0f AFTER INSERT ON public.reviews_reviewfeedback FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_26d0f();

COMMENT ON TRIGGER pgtrigger_added_insert_26d0f ON public.reviews_reviewfeedback IS '6900ecaf8ff7f6cdda32f4d6b994a4baabf8b77f';

CREATE TRIGGER pgtrigger_added_insert_32d89 AFTER INSERT ON public.reviews_areadone FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_32d89();

COMMENT ON TRIGGER pgtrigger_added_insert_32d89 ON public.reviews_areadone IS '4ac54f9bb435b1a357408a976bf02ed465fe2f64';

CREATE TRIGGER pgtrigger_added_insert_33f71 AFTER INSERT ON public.planning_absence FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_33f71();

COMMENT ON TRIGGER pgtrigger_added_insert_33f71 ON public.planning_absence IS '66fbb55f83bf0a6c6d9f293aceb40f586353a292';

CREATE TRIGGER pgtrigger_added_insert_347b3 AFTER INSERT ON public.action_plans_plandraftitem FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_347b3();

COMMENT ON TRIGGER pgtrigger_added_insert_347b3 ON public.action_plans_plandraftitem IS '69db10babf32b1fe7f59d82baaa945d9673b3c5d';

CREATE TRIGGER pgtrigger_added_insert_35067 AFTER INSERT ON public.reviews_casemove FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_35067();

COMMENT ON TRIGGER pgtrigger_added_insert_35067 ON public.reviews_casemove IS '77f09dd11a73941781a7a17a984a23529bce066a';

CREATE TRIGGER pgtrigger_added_insert_360c5 AFTER INSERT ON public.planning_reviewerprofile FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_360c5();

COMMENT ON TRIGGER pgtrigger_added_insert_360c5 ON public.planning_reviewerprofile IS '83e1526dd06241a080e10c9648aa46c1685a783c';

CREATE TRIGGER pgtrigger_added_insert_38962 AFTER INSERT ON public.reviews_calibrationcomment FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_38962();

COMMENT ON TRIGGER pgtrigger_added_insert_38962 ON public.reviews_calibrationcomment IS 'dec755b315df9a8157322adc1498fa28f09ceb65';

CREATE TRIGGER pgtrigger_added_insert_38a17 AFTER INSERT ON public.action_plans_planextension FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_38a17();

COMMENT ON TRIGGER pgtrigger_added_insert_38a17 ON public.action_plans_planextension IS '68b0b8661caf7999f08d1dc5f777097da81e65bb';

CREATE TRIGGER pgtrigger_added_insert_3b937 AFTER INSERT ON public.accounts_personmerge FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_3b937();

COMMENT ON TRIGGER pgtrigger_added_insert_3b937 ON public.accounts_personmerge IS '427eb4c79dc834340c66f108c19b043306681b74';

CREATE TRIGGER pgtrigger_added_insert_432d8 AFTER INSERT ON public.reviews_actionplanitem FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_432d8();

COMMENT ON TRIGGER pgtrigger_added_insert_432d8 ON public.reviews_actionplanitem IS '6e0e1ce6b92ed5850965af791920f8bc6e826111';

CREATE TRIGGER pgtrigger_added_insert_4623f AFTER INSERT ON public.reviews_grade FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_4623f();

COMMENT ON TRIGGER pgtrigger_added_insert_4623f ON public.reviews_grade IS '3dcc1af74c4a816ffdc35489c77cc9870b533f8b';

CREATE TRIGGER pgtrigger_added_insert_48c63 AFTER INSERT ON public.reviews_materialcomment FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_48c63();

COMMENT ON TRIGGER pgtrigger_added_insert_48c63 ON public.reviews_materialcomment IS 'aff3b1d26bed5d9f1b577a375b44fca40d5fcd54';

CREATE TRIGGER pgtrigger_added_insert_4dad9 AFTER INSERT ON public.action_plans_itemjudgement FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_4dad9();

COMMENT ON TRIGGER pgtrigger_added_insert_4dad9 ON public.action_plans_itemjudgement IS '2fe283c0e3b2e44791750d10cb63395895d4bf67';

CREATE TRIGGER pgtrigger_added_insert_54d12 AFTER INSERT ON public.organisations_specialty FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_54d12();

COMMENT ON TRIGGER pgtrigger_added_insert_54d12 ON public.organisations_specialty IS '02378703a37060f72616e8051437463dc51dcf39';

CREATE TRIGGER pgtrigger_added_insert_57b29 AFTER INSERT ON public.reviews_materialversion FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_57b29();

COMMENT ON TRIGGER pgtrigger_added_insert_57b29 ON public.reviews_materialversion IS 'b85eb4e2a299e5605000c00a3931f5acd21c7485';

CREATE TRIGGER pgtrigger_added_insert_5c063 AFTER INSERT ON public.report_import_importbatch FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_5c063();

COMMENT ON TRIGGER pgtrigger_added_insert_5c063 ON public.report_import_importbatch IS '97f36f8ed37311201f1f17f0e48ca87490090657';

CREATE TRIGGER pgtrigger_added_insert_6208f AFTER INSERT ON public.reviews_reviewername FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_6208f();

COMMENT ON TRIGGER pgtrigger_added_insert_6208f ON public.reviews_reviewername IS 'bd6d2f79bf90b7321716d9572e124b472269cf09';

CREATE TRIGGER pgtrigger_added_insert_64ebe AFTER INSERT ON public.reviews_interviewnote FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_64ebe();

COMMENT ON TRIGGER pgtrigger_added_insert_64ebe ON public.reviews_interviewnote IS 'cafddd2e587b013426dc6f4e3d53d78468ac3d55';

CREATE TRIGGER pgtrigger_added_insert_64fdd AFTER INSERT ON public.accounts_assignment FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_64fdd();

COMMENT ON TRIGGER pgtrigger_added_insert_64fdd ON public.accounts_assignment IS 'b9046c28d1c5c67cd2d1e7236bf646a2b953805a';

CREATE TRIGGER pgtrigger_added_insert_6fbfd AFTER INSERT ON public.files_storedfile FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_6fbfd();

COMMENT ON TRIGGER pgtrigger_added_insert_6fbfd ON public.files_storedfile IS '63b4a295e083e37e86902962117d8ba0407414b1';

CREATE TRIGGER pgtrigger_added_insert_6fe6b AFTER INSERT ON public.organisations_careprovider FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_6fe6b();

COMMENT ON TRIGGER pgtrigger_added_insert_6fe6b ON public.organisations_careprovider IS '7c2a8ef5048c1fad13004f8c7bcb8ad86f58a63b';

CREATE TRIGGER pgtrigger_added_insert_71f56 AFTER INSERT ON public.reviews_reconsideration FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_71f56();

COMMENT ON TRIGGER pgtrigger_added_insert_71f56 ON public.reviews_reconsideration IS '3b82b4ccc84dc42997635042edcfbe1866d60cca';

CREATE TRIGGER pgtrigger_added_insert_72568 AFTER INSERT ON public.accounts_peopleimport FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_72568();

COMMENT ON TRIGGER pgtrigger_added_insert_72568 ON public.accounts_peopleimport IS '56c4aa055b489dbcc01b7454c011b73a49216eea';

CREATE TRIGGER pgtrigger_added_insert_763ba AFTER INSERT ON public.organisations_unit FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_763ba();

COMMENT ON TRIGGER pgtrigger_added_insert_763ba ON public.organisations_unit IS '9cec919989d7cadeaf48c7763770341bc0fab769';

CREATE TRIGGER pgtrigger_added_insert_79aaa AFTER INSERT ON public.accounts_account FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_79aaa();

COMMENT ON TRIGGER pgtrigger_added_insert_79aaa ON public.accounts_account IS '664c5a95d19bbeb9153b6404a47f76d18245728c';

CREATE TRIGGER pgtrigger_added_insert_7c2c6 AFTER INSERT ON public.planning_regionallowed FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_7c2c6();

COMMENT ON TRIGGER pgtrigger_added_insert_7c2c6 ON public.planning_regionallowed IS '06a56dfc7181aac9745011862ea3598a4685b203';

CREATE TRIGGER pgtrigger_added_insert_7c673 AFTER INSERT ON public.report_import_importproposal FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_7c673();

COMMENT ON TRIGGER pgtrigger_added_insert_7c673 ON public.report_import_importproposal IS '92dcaf8022046a2223c7f3b73bd61682f7062f0f';

CREATE TRIGGER pgtrigger_added_insert_81476 AFTER INSERT ON public.action_plans_regionrules FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_81476();

COMMENT ON TRIGGER pgtrigger_added_insert_81476 ON public.action_plans_regionrules IS '72348f98af20ac210dda1c5a818aaaa927903c74';

CREATE TRIGGER pgtrigger_added_insert_840fd AFTER INSERT ON public.action_plans_escalation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_840fd();

COMMENT ON TRIGGER pgtrigger_added_insert_840fd ON public.action_plans_escalation IS 'f1f8b9bfbb001a520eec995bb8557eec96d0b892';

CREATE TRIGGER pgtrigger_added_insert_8494b AFTER INSERT ON public.planning_campaigncase FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_8494b();

COMMENT ON TRIGGER pgtrigger_added_insert_8494b ON public.planning_campaigncase IS '8909234f8fc850725dbc227d353ce91157c1616e';

CREATE TRIGGER pgtrigger_added_insert_84c76 AFTER INSERT ON public.action_plans_evidence FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_84c76();

COMMENT ON TRIGGER pgtrigger_added_insert_84c76 ON public.action_plans_evidence IS '316b4e565f86068ab71d6282fc6a029b02658379';

CREATE TRIGGER pgtrigger_added_insert_94ee9 AFTER INSERT ON public.reviews_verdict FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_94ee9();

COMMENT ON TRIGGER pgtrigger_added_insert_94ee9 ON public.reviews_verdict IS 'dd5f0bc2ff4009d29d693067ad9b4d1c940441ff';

CREATE TRIGGER pgtrigger_added_insert_96965 AFTER INSERT ON public.planning_campaign FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_96965();

COMMENT ON TRIGGER pgtrigger_added_insert_96965 ON public.planning_campaign IS '6d941362a4156fcad0e890d421c3e5e9f82d396d';

CREATE TRIGGER pgtrigger_added_insert_96c8b AFTER INSERT ON public.planning_order FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_96c8b();

COMMENT ON TRIGGER pgtrigger_added_insert_96c8b ON public.planning_order IS 'f5eb635147780fdf45ea6e2c9e8f486c71780115';

CREATE TRIGGER pgtrigger_added_insert_a734d AFTER INSERT ON public.organisations_unitspecialty FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_a734d();

COMMENT ON TRIGGER pgtrigger_added_insert_a734d ON public.organisations_unitspecialty IS '3929793ee7c147e4407843cd1bfff14832a68020';

CREATE TRIGGER pgtrigger_added_insert_a87ea AFTER INSERT ON public.reviews_factcheck FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_a87ea();

COMMENT ON TRIGGER pgtrigger_added_insert_a87ea ON public.reviews_factcheck IS 'f837e1f34449c2482596ce4c5d30cd656e1727f9';

CREATE TRIGGER pgtrigger_added_insert_a92cd AFTER INSERT ON public.reviews_remark FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_a92cd();

COMMENT ON TRIGGER pgtrigger_added_insert_a92cd ON public.reviews_remark IS '41d2758dfafde96c05fc17c0fc898e04c0b3c5ff';

CREATE TRIGGER pgtrigger_added_insert_adca0 AFTER INSERT ON public.report_import_proposalreading FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_adca0();

COMMENT ON TRIGGER pgtrigger_added_insert_adca0 ON public.report_import_proposalreading IS 'c8da2a9a16b09b8cfed42ac798dd48adf347e276';

CREATE TRIGGER pgtrigger_added_insert_af6ab AFTER INSERT ON public.reviews_materialfile FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_af6ab();

COMMENT ON TRIGGER pgtrigger_added_insert_af6ab ON public.reviews_materialfile IS '294d07d2e36359462dca7b7e05adc04adbb0e4e2';

CREATE TRIGGER pgtrigger_added_insert_b15f3 AFTER INSERT ON public.reviews_materialopening FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_b15f3();

COMMENT ON TRIGGER pgtrigger_added_insert_b15f3 ON public.reviews_materialopening IS 'c520f188ef91236aca0d91dc7c116b3d80e159a4';

CREATE TRIGGER pgtrigger_added_insert_b1c39 AFTER INSERT ON public.action_plans_extrareview FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_b1c39();

COMMENT ON TRIGGER pgtrigger_added_insert_b1c39 ON public.action_plans_extrareview IS '7dca27feebe6fc475fb8c3d9bcd86779e49c6c29';

CREATE TRIGGER pgtrigger_added_insert_b53d4 AFTER INSERT ON public.organisations_region FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_b53d4();

COMMENT ON TRIGGER pgtrigger_added_insert_b53d4 ON public.organisations_region IS '181f7abb28e57b1873042df72ff107b2a26128eb';

CREATE TRIGGER pgtrigger_added_insert_b5c84 AFTER INSERT ON public.planning_orderunit FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_b5c84();

COMMENT ON TRIGGER pgtrigger_added_insert_b5c84 ON public.planning_orderunit IS '3b7ef50e2258fd9819e9775c4a613948fe73b6f0';

CREATE TRIGGER pgtrigger_added_insert_bcb9b AFTER INSERT ON public.reviews_materialitem FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_bcb9b();

COMMENT ON TRIGGER pgtrigger_added_insert_bcb9b ON public.reviews_materialitem IS '2a0c51fb0bb4e20855d60761253cc509e54a489c';

CREATE TRIGGER pgtrigger_added_insert_c1b0d AFTER INSERT ON public.reviews_summarypoint FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_c1b0d();

COMMENT ON TRIGGER pgtrigger_added_insert_c1b0d ON public.reviews_summarypoint IS '6a7c497f3642559fc5f967b0f00fd20ab1c842d6';

CREATE TRIGGER pgtrigger_added_insert_d0ad1 AFTER INSERT ON public.reviews_judgement FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_d0ad1();

COMMENT ON TRIGGER pgtrigger_added_insert_d0ad1 ON public.reviews_judgement IS '5e60913b9898546b73ec0fb926884dae769f8394';

CREATE TRIGGER pgtrigger_added_insert_d5485 AFTER INSERT ON public.report_import_fielddecision FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_d5485();

COMMENT ON TRIGGER pgtrigger_added_insert_d5485 ON public.report_import_fielddecision IS '6df186a1054d7a993ee25e3f04714299ad12d934';

CREATE TRIGGER pgtrigger_added_insert_d5d5f AFTER INSERT ON public.reviews_caseexport FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_d5d5f();

COMMENT ON TRIGGER pgtrigger_added_insert_d5d5f ON public.reviews_caseexport IS '4340169c358666296db35a9cb86acb2684c08ff9';

CREATE TRIGGER pgtrigger_added_insert_d6b65 AFTER INSERT ON public.action_plans_plan FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_d6b65();

COMMENT ON TRIGGER pgtrigger_added_insert_d6b65 ON public.action_plans_plan IS '3f79ae447e4b963a0d26731c37e98d38b070611c';

CREATE TRIGGER pgtrigger_added_insert_d738f AFTER INSERT ON public.reviews_correction FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_d738f();

COMMENT ON TRIGGER pgtrigger_added_insert_d738f ON public.reviews_correction IS '85c92ad7ec9a39e76249e6dd4067c4dfacd53c9c';

CREATE TRIGGER pgtrigger_added_insert_d7c33 AFTER INSERT ON public.planning_visitslot FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_d7c33();

COMMENT ON TRIGGER pgtrigger_added_insert_d7c33 ON public.planning_visitslot IS '533b5f7f897bc3977ce4cd84b272e3cf41f56804';

CREATE TRIGGER pgtrigger_added_insert_d7cc8 AFTER INSERT ON public.questionnaires_round FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_d7cc8();

COMMENT ON TRIGGER pgtrigger_added_insert_d7cc8 ON public.questionnaires_round IS '69ba25c7ccfcfa79bc5a949077b0e22b318cb623';

CREATE TRIGGER pgtrigger_added_insert_db9a3 AFTER INSERT ON public.planning_reviewertie FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_db9a3();

COMMENT ON TRIGGER pgtrigger_added_insert_db9a3 ON public.planning_reviewertie IS '1c39b46b75f299710ea5867ec2399522c15f6765';

CREATE TRIGGER pgtrigger_added_insert_dc4f6 AFTER INSERT ON public.accounts_person FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_dc4f6();

COMMENT ON TRIGGER pgtrigger_added_insert_dc4f6 ON public.accounts_person IS '9c863d91d4938dffabf2db350a6d2c8a92a17855';

CREATE TRIGGER pgtrigger_added_insert_dd5ed AFTER INSERT ON public.notifications_mailsettings FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_dd5ed();

COMMENT ON TRIGGER pgtrigger_added_insert_dd5ed ON public.notifications_mailsettings IS '4b9c1d2305123ca9171aff3f8cd2676d6f799cfe';

CREATE TRIGGER pgtrigger_added_insert_eee11 AFTER INSERT ON public.reviews_teammember FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_eee11();

COMMENT ON TRIGGER pgtrigger_added_insert_eee11 ON public.reviews_teammember IS '14fe4c4ed52871a4a5c31784b0f6684b855df01c';

CREATE TRIGGER pgtrigger_added_insert_f2f22 AFTER INSERT ON public.reviews_review FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_f2f22();

COMMENT ON TRIGGER pgtrigger_added_insert_f2f22 ON public.reviews_review IS '683767a1123774d73dbc1e02011c247b0e64c264';

CREATE TRIGGER pgtrigger_added_insert_f3294 AFTER INSERT ON public.accounts_deputyship FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_f3294();

COMMENT ON TRIGGER pgtrigger_added_insert_f3294 ON public.accounts_deputyship IS '30f0266e451493faeb34b1dc6788b18e0951444c';

CREATE TRIGGER pgtrigger_added_insert_f865d AFTER INSERT ON public.reviews_areatext FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_f865d();

COMMENT ON TRIGGER pgtrigger_added_insert_f865d ON public.reviews_areatext IS 'f10ea0884314a6d6b49f0e1bac9cfaffd7427369';

CREATE TRIGGER pgtrigger_added_insert_fb9a2 AFTER INSERT ON public.report_import_doubtanswer FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_insert_fb9a2();

COMMENT ON TRIGGER pgtrigger_added_insert_fb9a2 ON public.report_import_doubtanswer IS 'b25b9f7417cb7e0a91bbd26cba9a1f20eaaedaef';

CREATE TRIGGER pgtrigger_changed_update_041e4 AFTER UPDATE ON public.planning_order FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_041e4();

COMMENT ON TRIGGER pgtrigger_changed_update_041e4 ON public.planning_order IS '6873a4065f3624451f0cc3da198c410628246a90';

CREATE TRIGGER pgtrigger_changed_update_04c60 AFTER UPDATE ON public.planning_visitslot FOR EACH ROW WHEN (((old.day IS DISTINCT FROM new.day) OR (old.ends IS DISTINCT FROM new.ends) OR (old.id IS DISTINCT FROM new.id) OR (old.key IS DISTINCT FROM new.key) OR ((old.kind)::text IS DISTINCT FROM (new.kind)::text) OR ((old.place)::text IS DISTINCT FROM (new.place)::text) OR (old.removed_at IS DISTINCT FROM new.removed_at) OR (old.review_id IS DISTINCT FROM new.review_id) OR (old.starts IS DISTINCT FROM new.starts) OR (old.version IS DISTINCT FROM new.version) OR ((old.with_whom)::text IS DISTINCT FROM (new.with_whom)::text))) EXECUTE FUNCTION public.pgtrigger_changed_update_04c60();

COMMENT ON TRIGGER pgtrigger_changed_update_04c60 ON public.planning_visitslot IS '94112ecc6272c36f3527e751255341963104ffef';

CREATE TRIGGER pgtrigger_changed_update_0a010 AFTER UPDATE ON public.reviews_publication FOR EACH ROW WHEN (((old.choices IS DISTINCT FROM new.choices) OR (old.content IS DISTINCT FROM new.content) OR (old.id IS DISTINCT FROM new.id) OR (old.published_at IS DISTINCT FROM new.published_at) OR (old.published_by_id IS DISTINCT FROM new.published_by_id) OR (old.review_id IS DISTINCT FROM new.review_id) OR (old.withdrawal_reason IS DISTINCT FROM new.withdrawal_reason) OR (old.withdrawn_at IS DISTINCT FROM new.withdrawn_at) OR (old.withdrawn_by_id IS DISTINCT FROM new.withdrawn_by_id))) EXECUTE FUNCTION public.pgtrigger_changed_update_0a010();

COMMENT ON TRIGGER pgtrigger_changed_update_0a010 ON public.reviews_publication IS '56c818aeddb23ebe5743a4f8735d188cfe45eb69';

CREATE TRIGGER pgtrigger_changed_update_0b457 AFTER UPDATE ON public.notifications_mailsettings FOR EACH ROW WHEN (((old.id IS DISTINCT FROM new.id) OR ((old.mail)::text IS DISTINCT FROM (new.mail)::text) OR (old.person_id IS DISTINCT FROM new.person_id) OR (old.quiet_from IS DISTINCT FROM new.quiet_from) OR (old.quiet_until IS DISTINCT FROM new.quiet_until) OR (old.quiet_weekends IS DISTINCT FROM new.quiet_weekends))) EXECUTE FUNCTION public.pgtrigger_changed_update_0b457();

COMMENT ON TRIGGER pgtrigger_changed_update_0b457 ON public.notifications_mailsettings IS 'c28ad794e4781feb69d5c0cdcb61a0909ae231e2';

CREATE TRIGGER pgtrigger_changed_update_0da94 AFTER UPDATE ON public.report_import_doubtanswer FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_0da94();

COMMENT ON TRIGGER pgtrigger_changed_update_0da94 ON public.report_import_doubtanswer IS 'b31d21132ac402c2f96978b9f21dc0649e6452d2';

CREATE TRIGGER pgtrigger_changed_update_12af5 AFTER UPDATE ON public.reviews_materialitem FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_12af5();

COMMENT ON TRIGGER pgtrigger_changed_update_12af5 ON public.reviews_materialitem IS '5492ae9749ddfd2ae58f6ee8e35403a48d60e76d';

CREATE TRIGGER pgtrigger_changed_update_1484a AFTER UPDATE ON public.accounts_invitation FOR EACH ROW WHEN (((old.accepted_at IS DISTINCT FROM new.accepted_at) OR (old.accepted_by_id IS DISTINCT FROM new.accepted_by_id) OR (old.care_provider_id IS DISTINCT FROM new.care_provider_id) OR (old.created_at IS DISTINCT FROM new.created_at) OR ((old.email)::text IS DISTINCT FROM (new.email)::text) OR (old.expires_at IS DISTINCT FROM new.expires_at) OR (old.id IS DISTINCT FROM new.id) OR (old.invited_by_id IS DISTINCT FROM new.invited_by_id) OR ((old.language)::text IS DISTINCT FROM (new.language)::text) OR ((old.name)::text IS DISTINCT FROM (new.name)::text) OR (old.region_id IS DISTINCT FROM new.region_id) OR ((old.role)::text IS DISTINCT FROM (new.role)::text) OR (old.sent_at IS DISTINCT FROM new.sent_at) OR (old.specialty_id IS DISTINCT FROM new.specialty_id) OR (old.undelivered_at IS DISTINCT FROM new.undelivered_at) OR (old.unit_id IS DISTINCT FROM new.unit_id) OR (old.valid_from IS DISTINCT FROM new.valid_from) OR (old.valid_until IS DISTINCT FROM new.valid_until) OR (old.withdrawn_at IS DISTINCT FROM new.withdrawn_at))) EXECUTE FUNCTION public.pgtrigger_changed_update_1484a();

COMMENT ON TRIGGER pgtrigger_changed_update_1484a ON public.accounts_invitation IS 'fa9a5ed36c8152f402b933fb3ee6da6f0ec20a32';

CREATE TRIGGER pgtrigger_changed_update_19e13 AFTER UPDATE ON public.accounts_personmerge FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_19e13();

COMMENT ON TRIGGER pgtrigger_changed_update_19e13 ON public.accounts_personmerge IS '5ba08f6f74320d12d87f24122a1100c3ae9a91ba';

CREATE TRIGGER pgtrigger_changed_update_1b2aa AFTER UPDATE ON public.report_import_proposalreading FOR EACH ROW WHEN (((old.id IS DISTINCT FROM new.id) OR (old.proposal_id IS DISTINCT FROM new.proposal_id) OR (old.read_at IS DISTINCT FROM new.read_at) OR ((old.reader_version)::text IS DISTINCT FROM (new.reader_version)::text))) EXECUTE FUNCTION public.pgtrigger_changed_update_1b2aa();

COMMENT ON TRIGGER pgtrigger_changed_update_1b2aa ON public.report_import_proposalreading IS 'ed555b3e7e61eea48c563e95fc9d48b6ef0eade3';

CREATE TRIGGER pgtrigger_changed_update_1e15f AFTER UPDATE ON public.planning_reviewertie FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_1e15f();

COMMENT ON TRIGGER pgtrigger_changed_update_1e15f ON public.planning_reviewertie IS 'f359ec7e051ebe6a2cfcb1bac8c01f7f1e69cbb0';

CREATE TRIGGER pgtrigger_changed_update_21d16 AFTER UPDATE ON public.reviews_correction FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_21d16();

COMMENT ON TRIGGER pgtrigger_changed_update_21d16 ON public.reviews_correction IS 'fc10fba3f6d8ae4348b94d2b4088ce8280175e14';

CREATE TRIGGER pgtrigger_changed_update_23d07 AFTER UPDATE ON public.reviews_actionplanitem FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_23d07();

COMMENT ON TRIGGER pgtrigger_changed_update_23d07 ON public.reviews_actionplanitem IS 'f5082fc943da4d6a19e638c427c2a5c5318dae30';

CREATE TRIGGER pgtrigger_changed_update_3aa68 AFTER UPDATE ON public.action_plans_plan FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_3aa68();

COMMENT ON TRIGGER pgtrigger_changed_update_3aa68 ON public.action_plans_plan IS '0bed02de522e05f6a7d70117887f29efbfebd929';

CREATE TRIGGER pgtrigger_changed_update_3f85a AFTER UPDATE ON public.questionnaires_round FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_3f85a();

COMMENT ON TRIGGER pgtrigger_changed_update_3f85a ON public.questionnaires_round IS 'f39d32b5ec2f34cc5a6fffac388c20607b9f39a6';

CREATE TRIGGER pgtrigger_changed_update_43561 AFTER UPDATE ON public.reviews_reconsideration FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_43561();

COMMENT ON TRIGGER pgtrigger_changed_update_43561 ON public.reviews_reconsideration IS 'c58ebe4b8b9ba96f80894bf686f0590918802054';

CREATE TRIGGER pgtrigger_changed_update_4577a AFTER UPDATE ON public.planning_reviewerprofile FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_4577a();

COMMENT ON TRIGGER pgtrigger_changed_update_4577a ON public.planning_reviewerprofile IS '379d0d3a6b3ed181b682d9d4f219a8f9600c7358';

CREATE TRIGGER pgtrigger_changed_update_46805 AFTER UPDATE ON public.action_plans_planextension FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_46805();

COMMENT ON TRIGGER pgtrigger_changed_update_46805 ON public.action_plans_planextension IS 'b8e540f1b3a53f6b5f81b73a537839ac4635f1b8';

CREATE TRIGGER pgtrigger_changed_update_4bd16 AFTER UPDATE ON public.reviews_materialversion FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_4bd16();

COMMENT ON TRIGGER pgtrigger_changed_update_4bd16 ON public.reviews_materialversion IS 'f31c71bdf187e3b150b0734d4365e979220ab30a';

CREATE TRIGGER pgtrigger_changed_update_5c17f AFTER UPDATE ON public.reviews_materialopening FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_5c17f();

COMMENT ON TRIGGER pgtrigger_changed_update_5c17f ON public.reviews_materialopening IS '92ca1be128403b8a0fec59d607317a70ad428f3e';

CREATE TRIGGER pgtrigger_changed_update_5ccea AFTER UPDATE ON public.accounts_peopleimport FOR EACH ROW WHEN (((old.confirmed_at IS DISTINCT FROM new.confirmed_at) OR (old.created_at IS DISTINCT FROM new.created_at) OR (old.created_by_id IS DISTINCT FROM new.created_by_id) OR ((old.file_name)::text IS DISTINCT FROM (new.file_name)::text) OR (old.id IS DISTINCT FROM new.id) OR (old.row_count IS DISTINCT FROM new.row_count) OR ((old.state)::text IS DISTINCT FROM (new.state)::text) OR (old.undone_at IS DISTINCT FROM new.undone_at) OR (old.version IS DISTINCT FROM new.version))) EXECUTE FUNCTION public.pgtrigger_changed_update_5ccea();

COMMENT ON TRIGGER pgtrigger_changed_update_5ccea ON public.accounts_peopleimport IS '540ceaf409eb546059e8ee3507a5ca3fe34bfdc6';

CREATE TRIGGER pgtrigger_changed_update_63960 AFTER UPDATE ON public.planning_regionallowed FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_63960();

COMMENT ON TRIGGER pgtrigger_changed_update_63960 ON public.planning_regionallowed IS '814c8088cdbd437c0dc2d9e869dd0d4a188d0266';

CREATE TRIGGER pgtrigger_changed_update_645d5 AFTER UPDATE ON public.reviews_review FOR EACH ROW WHEN (((old.care_provider_id IS DISTINCT FROM new.care_provider_id) OR ((old.case_number)::text IS DISTINCT FROM (new.case_number)::text) OR (old.created_at IS DISTINCT FROM new.created_at) OR (old.created_by_id IS DISTINCT FROM new.created_by_id) OR (old.id IS DISTINCT FROM new.id) OR ((old.kind)::text IS DISTINCT FROM (new.kind)::text) OR (old.report_date IS DISTINCT FROM new.report_date) OR ((old.report_date_text)::text IS DISTINCT FROM (new.report_date_text)::text) OR ((old.source)::text IS DISTINCT FROM (new.source)::text) OR (old.specialty_id IS DISTINCT FROM new.specialty_id) OR ((old.standard_key)::text IS DISTINCT FROM (new.standard_key)::text) OR ((old.state)::text IS DISTINCT FROM (new.state)::text) OR (old.taken_back_reason IS DISTINCT FROM new.taken_back_reason) OR (old.unit_id IS DISTINCT FROM new.unit_id) OR (old.version IS DISTINCT FROM new.version) OR (old.visit_from IS DISTINCT FROM new.visit_from) OR ((old.visit_text)::text IS DISTINCT FROM (new.visit_text)::text) OR (old.visit_to IS DISTINCT FROM new.visit_to))) EXECUTE FUNCTION public.pgtrigger_changed_update_645d5();

COMMENT ON TRIGGER pgtrigger_changed_update_645d5 ON public.reviews_review IS '56f7b09e9fb84c038652e17676cc38b328252fa4';

CREATE TRIGGER pgtrigger_changed_update_66eb0 AFTER UPDATE ON public.report_import_importbatch FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_66eb0();

COMMENT ON TRIGGER pgtrigger_changed_update_66eb0 ON public.report_import_importbatch IS '65579c692cb29e6a59c60f425fb6042ea0bc401f';

CREATE TRIGGER pgtrigger_changed_update_67a65 AFTER UPDATE ON public.reviews_remark FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_67a65();

COMMENT ON TRIGGER pgtrigger_changed_update_67a65 ON public.reviews_remark IS '124d4ed13ddc1be0ea6424cab3586d12dba3152c';

CREATE TRIGGER pgtrigger_changed_update_67af4 AFTER UPDATE ON public.files_storedfile FOR EACH ROW WHEN (((old.id IS DISTINCT FROM new.id) OR ((old.media_type)::text IS DISTINCT FROM (new.media_type)::text) OR ((old.sha256)::text IS DISTINCT FROM (new.sha256)::text) OR (old.size IS DISTINCT FROM new.size) OR (old.stored_at IS DISTINCT FROM new.stored_at))) EXECUTE FUNCTION public.pgtrigger_changed_update_67af4();

COMMENT ON TRIGGER pgtrigger_changed_update_67af4 ON public.files_storedfile IS '526d6374cbdf3b7fbe6bbe9a7ab833141ca598a0';

CREATE TRIGGER pgtrigger_changed_update_67bdc AFTER UPDATE ON public.planning_slotreviewer FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_67bdc();

COMMENT ON TRIGGER pgtrigger_changed_update_67bdc ON public.planning_slotreviewer IS '7bc200195b96180317f97f90bcc99f591b0b53fe';

CREATE TRIGGER pgtrigger_changed_update_6a4fa AFTER UPDATE ON public.report_import_importproposal FOR EACH ROW WHEN (((old.batch_id IS DISTINCT FROM new.batch_id) OR (old.chosen_specialty_id IS DISTINCT FROM new.chosen_specialty_id) OR (old.chosen_unit_id IS DISTINCT FROM new.chosen_unit_id) OR (old.created_at IS DISTINCT FROM new.created_at) OR (old.duplicate_of_id IS DISTINCT FROM new.duplicate_of_id) OR ((old.file_name)::text IS DISTINCT FROM (new.file_name)::text) OR (old.id IS DISTINCT FROM new.id) OR (old.page_count IS DISTINCT FROM new.page_count) OR ((old.read_unit)::text IS DISTINCT FROM (new.read_unit)::text) OR ((old.refusal_code)::text IS DISTINCT FROM (new.refusal_code)::text) OR (old.review_id IS DISTINCT FROM new.review_id) OR ((old.state)::text IS DISTINCT FROM (new.state)::text) OR (old.stored_file_id IS DISTINCT FROM new.stored_file_id) OR (old.taken_back_reason IS DISTINCT FROM new.taken_back_reason) OR (old.version IS DISTINCT FROM new.version))) EXECUTE FUNCTION public.pgtrigger_changed_update_6a4fa();

COMMENT ON TRIGGER pgtrigger_changed_update_6a4fa ON public.report_import_importproposal IS '686ca38919664a8baac139a8644707fa3f7fc4ba';

CREATE TRIGGER pgtrigger_changed_update_79e61 AFTER UPDATE ON public.action_plans_plandraftitem FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_79e61();

COMMENT ON TRIGGER pgtrigger_changed_update_79e61 ON public.action_plans_plandraftitem IS '9910e1cbce90e2c15817913552dd87ea442ee672';

CREATE TRIGGER pgtrigger_changed_update_7e5a2 AFTER UPDATE ON public.reviews_reconsideredarea FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_7e5a2();

COMMENT ON TRIGGER pgtrigger_changed_update_7e5a2 ON public.reviews_reconsideredarea IS '83dcaf5103a39984f776794f316496dbb8ebde7d';

CREATE TRIGGER pgtrigger_changed_update_80e02 AFTER UPDATE ON public.reviews_caseexport FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_80e02();

COMMENT ON TRIGGER pgtrigger_changed_update_80e02 ON public.reviews_caseexport IS 'eb5f9007d516fcd4c93b0277a53b88f4cb3de38e';

CREATE TRIGGER pgtrigger_changed_update_813a0 AFTER UPDATE ON public.report_import_fielddecision FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_813a0();

COMMENT ON TRIGGER pgtrigger_changed_update_813a0 ON public.report_import_fielddecision IS '843bf65dd0f46532e7a49e2dc1cfa3faa95a8f10';

CREATE TRIGGER pgtrigger_changed_update_83d3a AFTER UPDATE ON public.reviews_grade FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_83d3a();

COMMENT ON TRIGGER pgtrigger_changed_update_83d3a ON public.reviews_grade IS '7824a95391035ca8af5a589bfc9bee1624de52a7';

CREATE TRIGGER pgtrigger_changed_update_87a6e AFTER UPDATE ON public.organisations_unitspecialty FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_87a6e();

COMMENT ON TRIGGER pgtrigger_changed_update_87a6e ON public.organisations_unitspecialty IS 'edc010a20d0795a071dc0632d595bd99a84db462';

CREATE TRIGGER pgtrigger_changed_update_8f7ae AFTER UPDATE ON public.organisations_careprovider FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_8f7ae();

COMMENT ON TRIGGER pgtrigger_changed_update_8f7ae ON public.organisations_careprovider IS '64e1797fe6de9ef502bf82fcecb6ded01045397b';

CREATE TRIGGER pgtrigger_changed_update_91fa1 AFTER UPDATE ON public.reviews_reviewername FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_91fa1();

COMMENT ON TRIGGER pgtrigger_changed_update_91fa1 ON public.reviews_reviewername IS '3dfbe14c181970e73a4e4337e2eeb9ad2c2bd85c';

CREATE TRIGGER pgtrigger_changed_update_93b43 AFTER UPDATE ON public.reviews_casemove FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_93b43();

COMMENT ON TRIGGER pgtrigger_changed_update_93b43 ON public.reviews_casemove IS '85f3ed941b941f90267d3db24a96ae531f673d99';

CREATE TRIGGER pgtrigger_changed_update_9536e AFTER UPDATE ON public.accounts_roleproposal FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_9536e();

COMMENT ON TRIGGER pgtrigger_changed_update_9536e ON public.accounts_roleproposal IS '893479a1e14d63d270a4c522f2962f1e0a37a806';

CREATE TRIGGER pgtrigger_changed_update_999b8 AFTER UPDATE ON public.action_plans_extrareview FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_999b8();

COMMENT ON TRIGGER pgtrigger_changed_update_999b8 ON public.action_plans_extrareview IS '84c6f94fe9dc52eaef8cae6c3c7852c786a51731';

CREATE TRIGGER pgtrigger_changed_update_99bec AFTER UPDATE ON public.accounts_deputyship FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_99bec();

COMMENT ON TRIGGER pgtrigger_changed_update_99bec ON public.accounts_deputyship IS '3bd3eac1816a1c45f9b1c2566b97d2f5f62f3f27';

CREATE TRIGGER pgtrigger_changed_update_9c22b AFTER UPDATE ON public.reviews_reviewfeedback FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_9c22b();

COMMENT ON TRIGGER pgtrigger_changed_update_9c22b ON public.reviews_reviewfeedback IS '273771ee429ccc5e28c993d98216e222f4a8d394';

CREATE TRIGGER pgtrigger_changed_update_a8a74 AFTER UPDATE ON public.planning_campaigncase FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_a8a74();

COMMENT ON TRIGGER pgtrigger_changed_update_a8a74 ON public.planning_campaigncase IS '37b085007bec364bb005d46c76e20600bfa95870';

CREATE TRIGGER pgtrigger_changed_update_a99a3 AFTER UPDATE ON public.planning_absence FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_a99a3();

COMMENT ON TRIGGER pgtrigger_changed_update_a99a3 ON public.planning_absence IS '707ea96d3802c64895e66a2803b2f01a72ec8122';

CREATE TRIGGER pgtrigger_changed_update_ab9f5 AFTER UPDATE ON public.organisations_specialty FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_ab9f5();

COMMENT ON TRIGGER pgtrigger_changed_update_ab9f5 ON public.organisations_specialty IS '0a486b9cfe5ad018217f34041359e51eb93033ed';

CREATE TRIGGER pgtrigger_changed_update_af66c AFTER UPDATE ON public.action_plans_escalation FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_af66c();

COMMENT ON TRIGGER pgtrigger_changed_update_af66c ON public.action_plans_escalation IS 'da2b5032c127613ae72f172363c257666a0d185e';

CREATE TRIGGER pgtrigger_changed_update_b41a7 AFTER UPDATE ON public.accounts_assignment FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_b41a7();

COMMENT ON TRIGGER pgtrigger_changed_update_b41a7 ON public.accounts_assignment IS '9745874da453d3747d88fd9996fae1f9980e3e80';

CREATE TRIGGER pgtrigger_changed_update_b65fe AFTER UPDATE ON public.reviews_areadone FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_b65fe();

COMMENT ON TRIGGER pgtrigger_changed_update_b65fe ON public.reviews_areadone IS '50b81743733c4c1a3ca0234c15778451f1ff2a24';

CREATE TRIGGER pgtrigger_changed_update_b9bfa AFTER UPDATE ON public.planning_orderunit FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_b9bfa();

COMMENT ON TRIGGER pgtrigger_changed_update_b9bfa ON public.planning_orderunit IS '52de8f08a30b6038b9071a3bafa61d4558bfda00';

CREATE TRIGGER pgtrigger_changed_update_cd02a AFTER UPDATE ON public.reviews_interviewnote FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_cd02a();

COMMENT ON TRIGGER pgtrigger_changed_update_cd02a ON public.reviews_interviewnote IS 'dc8c30a3b8b5dda651e6189308b9e7c3732229fa';

CREATE TRIGGER pgtrigger_changed_update_d3a50 AFTER UPDATE ON public.action_plans_regionrules FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_d3a50();

COMMENT ON TRIGGER pgtrigger_changed_update_d3a50 ON public.action_plans_regionrules IS 'eb98398e359b3f1820f2c7b5158570a2c9546246';

CREATE TRIGGER pgtrigger_changed_update_d42a5 AFTER UPDATE ON public.reviews_factcheck FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_d42a5();

COMMENT ON TRIGGER pgtrigger_changed_update_d42a5 ON public.reviews_factcheck IS '3a1c3b16e37901593eb16106facedc1de3458b13';

CREATE TRIGGER pgtrigger_changed_update_d4975 AFTER UPDATE ON public.accounts_person FOR EACH ROW WHEN ((((old.email)::text IS DISTINCT FROM (new.email)::text) OR (old.erased_at IS DISTINCT FROM new.erased_at) OR ((old.hsa_id)::text IS DISTINCT FROM (new.hsa_id)::text) OR (old.id IS DISTINCT FROM new.id) OR ((old.language)::text IS DISTINCT FROM (new.language)::text) OR (old.merged_into_id IS DISTINCT FROM new.merged_into_id) OR ((old.name)::text IS DISTINCT FROM (new.name)::text) OR ((old.sort_key)::text IS DISTINCT FROM (new.sort_key)::text) OR (old.version IS DISTINCT FROM new.version))) EXECUTE FUNCTION public.pgtrigger_changed_update_d4975();

COMMENT ON TRIGGER pgtrigger_changed_update_d4975 ON public.accounts_person IS '82ab9a5ec3b6f2e12dff4f88881621d66fb88d58';

CREATE TRIGGER pgtrigger_changed_update_d52bf AFTER UPDATE ON public.organisations_region FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_d52bf();

COMMENT ON TRIGGER pgtrigger_changed_update_d52bf ON public.organisations_region IS 'e06397d0b37f6678b2b90ed77e51098bd7fc40d9';

CREATE TRIGGER pgtrigger_changed_update_da87c AFTER UPDATE ON public.reviews_verdict FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_da87c();

COMMENT ON TRIGGER pgtrigger_changed_update_da87c ON public.reviews_verdict IS '63d45227298dd206362a39f8c41258a102a332f0';

CREATE TRIGGER pgtrigger_changed_update_dbd9d AFTER UPDATE ON public.organisations_earliername FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_dbd9d();

COMMENT ON TRIGGER pgtrigger_changed_update_dbd9d ON public.organisations_earliername IS '188fb245d0a326e7213a2882f008fd61b2d80b9e';

CREATE TRIGGER pgtrigger_changed_update_dc02a AFTER UPDATE ON public.action_plans_evidence FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_dc02a();

COMMENT ON TRIGGER pgtrigger_changed_update_dc02a ON public.action_plans_evidence IS 'bddaee20a5e04a66a09865b1f2503cdd72be4976';

CREATE TRIGGER pgtrigger_changed_update_de82f AFTER UPDATE ON public.action_plans_itemjudgement FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_de82f();

COMMENT ON TRIGGER pgtrigger_changed_update_de82f ON public.action_plans_itemjudgement IS 'c0883d5323e4b3d481f6d6062fea8099351c1e65';

CREATE TRIGGER pgtrigger_changed_update_dfb00 AFTER UPDATE ON public.accounts_account FOR EACH ROW WHEN ((((old.email)::text IS DISTINCT FROM (new.email)::text) OR (old.id IS DISTINCT FROM new.id) OR (old.is_active IS DISTINCT FROM new.is_active) OR (old.is_demo IS DISTINCT FROM new.is_demo) OR ((old.new_email)::text IS DISTINCT FROM (new.new_email)::text) OR (old.person_id IS DISTINCT FROM new.person_id) OR (old.second_factor_since IS DISTINCT FROM new.second_factor_since))) EXECUTE FUNCTION public.pgtrigger_changed_update_dfb00();

COMMENT ON TRIGGER pgtrigger_changed_update_dfb00 ON public.accounts_account IS '43e3ddcfd0cb8a09e87d7affed50c5f5b953e7b4';

CREATE TRIGGER pgtrigger_changed_update_e529e AFTER UPDATE ON public.reviews_calibrationcomment FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_e529e();

COMMENT ON TRIGGER pgtrigger_changed_update_e529e ON public.reviews_calibrationcomment IS '52737e157a7331703e99b0b9565d2268166a5333';

CREATE TRIGGER pgtrigger_changed_update_e7a2b AFTER UPDATE ON public.reviews_materialcomment FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_e7a2b();

COMMENT ON TRIGGER pgtrigger_changed_update_e7a2b ON public.reviews_materialcomment IS '6e244a858568987ef266ed98141f2f740694d279';

CREATE TRIGGER pgtrigger_changed_update_eaf34 AFTER UPDATE ON public.reviews_materialfile FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_eaf34();

COMMENT ON TRIGGER pgtrigger_changed_update_eaf34 ON public.reviews_materialfile IS '6a26ffc6537b8ec06c76bfb3f7bcdb30b2f26276';

CREATE TRIGGER pgtrigger_changed_update_eb4d3 AFTER UPDATE ON public.organisations_unit FOR EACH ROW WHEN (((old.care_provider_id IS DISTINCT FROM new.care_provider_id) OR (old.closed_on IS DISTINCT FROM new.closed_on) OR ((old.hsa_id)::text IS DISTINCT FROM (new.hsa_id)::text) OR (old.id IS DISTINCT FROM new.id) OR (old.merged_into_id IS DISTINCT FROM new.merged_into_id) OR ((old.name)::text IS DISTINCT FROM (new.name)::text) OR (old.parent_id IS DISTINCT FROM new.parent_id) OR (old.region_id IS DISTINCT FROM new.region_id) OR ((old.site)::text IS DISTINCT FROM (new.site)::text) OR ((old.sort_key)::text IS DISTINCT FROM (new.sort_key)::text) OR (old.version IS DISTINCT FROM new.version))) EXECUTE FUNCTION public.pgtrigger_changed_update_eb4d3();

COMMENT ON TRIGGER pgtrigger_changed_update_eb4d3 ON public.organisations_unit IS 'c8d2217f2bc81b94234e250776f25857624f8ca6';

CREATE TRIGGER pgtrigger_changed_update_f0a55 AFTER UPDATE ON public.reviews_reviewpart FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_f0a55();

COMMENT ON TRIGGER pgtrigger_changed_update_f0a55 ON public.reviews_reviewpart IS 'b4fa1905b4127a2d5b7387c13166b8af9c54c45a';

CREATE TRIGGER pgtrigger_changed_update_f331d AFTER UPDATE ON public.reviews_summarypoint FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_f331d();

COMMENT ON TRIGGER pgtrigger_changed_update_f331d ON public.reviews_summarypoint IS 'a936671a18cbd331a326727e6b9a5479c2bbb090';

CREATE TRIGGER pgtrigger_changed_update_f6b82 AFTER UPDATE ON public.reviews_areatext FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_f6b82();

COMMENT ON TRIGGER pgtrigger_changed_update_f6b82 ON public.reviews_areatext IS '1048d33a0117a0b6ae38b4c9629d44b4409191c5';

CREATE TRIGGER pgtrigger_changed_update_f76ce AFTER UPDATE ON public.planning_campaign FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_f76ce();

COMMENT ON TRIGGER pgtrigger_changed_update_f76ce ON public.planning_campaign IS '8d4507a51d7453d8c1aaed878165960571e460e2';

CREATE TRIGGER pgtrigger_changed_update_f8290 AFTER UPDATE ON public.reviews_judgement FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_f8290();

COMMENT ON TRIGGER pgtrigger_changed_update_f8290 ON public.reviews_judgement IS 'e75dd65033718dfda876112ef38a5cabba65b89c';

CREATE TRIGGER pgtrigger_changed_update_fb055 AFTER UPDATE ON public.reviews_actionprogress FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_fb055();

COMMENT ON TRIGGER pgtrigger_changed_update_fb055 ON public.reviews_actionprogress IS 'c1f5be727cccf9ba0fd1ee24d63826304a4babff';

CREATE TRIGGER pgtrigger_changed_update_fb5d6 AFTER UPDATE ON public.reviews_teammember FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_changed_update_fb5d6();

COMMENT ON TRIGGER pgtrigger_changed_update_fb5d6 ON public.reviews_teammember IS 'a4f9d7e9c7d93d8adc4297e895f7b92f309ae07f';

CREATE CONSTRAINT TRIGGER pgtrigger_evidence_added_6b9bb AFTER INSERT ON public.reviews_judgement DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW WHEN ((new.evidence <> '{}'::character varying[])) EXECUTE FUNCTION public.pgtrigger_evidence_added_6b9bb();

COMMENT ON TRIGGER pgtrigger_evidence_added_6b9bb ON public.reviews_judgement IS '2d924ef6d1d7b9067c55b2420ec8fef2dfe8ee29';

CREATE CONSTRAINT TRIGGER pgtrigger_evidence_changed_6af58 AFTER UPDATE OF evidence ON public.reviews_judgement DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW WHEN (((new.evidence <> '{}'::character varying[]) AND (new.evidence IS DISTINCT FROM old.evidence))) EXECUTE FUNCTION public.pgtrigger_evidence_changed_6af58();

COMMENT ON TRIGGER pgtrigger_evidence_changed_6af58 ON public.reviews_judgement IS '18d581b216e7dc81eededa894bcee22fd7ba935e';

CREATE TRIGGER pgtrigger_number_stays_e5d8f BEFORE UPDATE ON public.reviews_materialversion FOR EACH ROW WHEN (((old.item_id IS DISTINCT FROM new.item_id) OR (old.number IS DISTINCT FROM new.number))) EXECUTE FUNCTION public.pgtrigger_number_stays_e5d8f();

COMMENT ON TRIGGER pgtrigger_number_stays_e5d8f ON public.reviews_materialversion IS '061535b772c2e027d474876c1373fe030f4ed6d7';

CREATE TRIGGER pgtrigger_removed_delete_014b0 AFTER DELETE ON public.reviews_reconsideredarea FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_014b0();

COMMENT ON TRIGGER pgtrigger_removed_delete_014b0 ON public.reviews_reconsideredarea IS '1e9b069a80b450c9b6920b50a1fcbe78a61642c5';

CREATE TRIGGER pgtrigger_removed_delete_02cc0 AFTER DELETE ON public.reviews_remark FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_02cc0();

COMMENT ON TRIGGER pgtrigger_removed_delete_02cc0 ON public.reviews_remark IS '594c01736165277a0611cec5ca4113767efa9cb3';

CREATE TRIGGER pgtrigger_removed_delete_0350a AFTER DELETE ON public.notifications_mailsettings FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_0350a();

COMMENT ON TRIGGER pgtrigger_removed_delete_0350a ON public.notifications_mailsettings IS '19cecf18fab0a709c5c222003cb4281394de585b';

CREATE TRIGGER pgtrigger_removed_delete_04aff AFTER DELETE ON public.accounts_assignment FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_04aff();

COMMENT ON TRIGGER pgtrigger_removed_delete_04aff ON public.accounts_assignment IS '059f58ab3e4624c417058f9f522ada26ee15fc6e';

CREATE TRIGGER pgtrigger_removed_delete_08970 AFTER DELETE ON public.accounts_invitation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_08970();

COMMENT ON TRIGGER pgtrigger_removed_delete_08970 ON public.accounts_invitation IS '71e8c01db616a987526c399c26dfcc17ffee69e4';

CREATE TRIGGER pgtrigger_removed_delete_18128 AFTER DELETE ON public.reviews_teammember FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_18128();

COMMENT ON TRIGGER pgtrigger_removed_delete_18128 ON public.reviews_teammember IS 'eef11bcd516d1889b4c47688fcefc13ec416f2ed';

CREATE TRIGGER pgtrigger_removed_delete_19a91 AFTER DELETE ON public.reviews_actionprogress FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_19a91();

COMMENT ON TRIGGER pgtrigger_removed_delete_19a91 ON public.reviews_actionprogress IS '3dec65a01fd320389e922bc68de8182e77cbec8f';

CREATE TRIGGER pgtrigger_removed_delete_20c1d AFTER DELETE ON public.planning_slotreviewer FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_20c1d();

COMMENT ON TRIGGER pgtrigger_removed_delete_20c1d ON public.planning_slotreviewer IS '196328e37aa858c78496ba5be9657650f68f6562';

CREATE TRIGGER pgtrigger_removed_delete_2101b AFTER DELETE ON public.report_import_proposalreading FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_2101b();

COMMENT ON TRIGGER pgtrigger_removed_delete_2101b ON public.report_import_proposalreading IS '808f5bf89be865277716ffaed9af79c1bfb84657';

CREATE TRIGGER pgtrigger_removed_delete_278a4 AFTER DELETE ON public.report_import_importbatch FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_278a4();

COMMENT ON TRIGGER pgtrigger_removed_delete_278a4 ON public.report_import_importbatch IS '7e6011079833ad1841637780ff6ec5525d687a18';

CREATE TRIGGER pgtrigger_removed_delete_29934 AFTER DELETE ON public.reviews_areatext FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_29934();

COMMENT ON TRIGGER pgtrigger_removed_delete_29934 ON public.reviews_areatext IS '5db62f9a27c811bb3e3ce9bc94f790e5b1b96b54';

CREATE TRIGGER pgtrigger_removed_delete_373b5 AFTER DELETE ON public.reviews_reviewpart FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_373b5();

COMMENT ON TRIGGER pgtrigger_removed_delete_373b5 ON public.reviews_reviewpart IS '46ccf2da4101d1b7f0ec27cbe88155593de64235';

CREATE TRIGGER pgtrigger_removed_delete_40b7d AFTER DELETE ON public.reviews_correction FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_40b7d();

COMMENT ON TRIGGER pgtrigger_removed_delete_40b7d ON public.reviews_correction IS '92d20f753b690579a0ca781c74e595608a3f7e10';

CREATE TRIGGER pgtrigger_removed_delete_40bb2 AFTER DELETE ON public.questionnaires_round FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_40bb2();

COMMENT ON TRIGGER pgtrigger_removed_delete_40bb2 ON public.questionnaires_round IS 'd2cc003e401863a839b88647ea8a5431599d8cf4';

CREATE TRIGGER pgtrigger_removed_delete_482fb AFTER DELETE ON public.reviews_materialitem FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_482fb();

COMMENT ON TRIGGER pgtrigger_removed_delete_482fb ON public.reviews_materialitem IS '2af8d3df1e49f2689887b3b2f61270320a4f7421';

CREATE TRIGGER pgtrigger_removed_delete_498df AFTER DELETE ON public.planning_reviewerprofile FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_498df();

COMMENT ON TRIGGER pgtrigger_removed_delete_498df ON public.planning_reviewerprofile IS '6fd02256d50c25eec893a6289b0bbea41f935293';

CREATE TRIGGER pgtrigger_removed_delete_51437 AFTER DELETE ON public.reviews_actionplanitem FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_51437();

COMMENT ON TRIGGER pgtrigger_removed_delete_51437 ON public.reviews_actionplanitem IS 'a5e7010746a124a4095618876edd3e2f17a1748c';

CREATE TRIGGER pgtrigger_removed_delete_57fe2 AFTER DELETE ON public.accounts_roleproposal FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_57fe2();

COMMENT ON TRIGGER pgtrigger_removed_delete_57fe2 ON public.accounts_roleproposal IS '311ee0e41f92e6efd26164b69ba1649743f81da1';

CREATE TRIGGER pgtrigger_removed_delete_5e665 AFTER DELETE ON public.reviews_materialversion FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_5e665();

COMMENT ON TRIGGER pgtrigger_removed_delete_5e665 ON public.reviews_materialversion IS '18e47c17d855aed561f910391b1aa4c63d5999d8';

CREATE TRIGGER pgtrigger_removed_delete_5f4a8 AFTER DELETE ON public.reviews_interviewnote FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_5f4a8();

COMMENT ON TRIGGER pgtrigger_removed_delete_5f4a8 ON public.reviews_interviewnote IS '40400c3e898c6d14ff67386142ded7e34e6ea039';

CREATE TRIGGER pgtrigger_removed_delete_61a1d AFTER DELETE ON public.organisations_careprovider FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_61a1d();

COMMENT ON TRIGGER pgtrigger_removed_delete_61a1d ON public.organisations_careprovider IS '7c06cb0fdcf1f3f04907ad0342297ed115834234';

CREATE TRIGGER pgtrigger_removed_delete_6236d AFTER DELETE ON public.reviews_areadone FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_6236d();

COMMENT ON TRIGGER pgtrigger_removed_delete_6236d ON public.reviews_areadone IS '1828a6e9f8a410370f5f37dc3c9cc3c35ad1a36e';

CREATE TRIGGER pgtrigger_removed_delete_64fef AFTER DELETE ON public.planning_visitslot FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_64fef();

COMMENT ON TRIGGER pgtrigger_removed_delete_64fef ON public.planning_visitslot IS '5e9b673c5093c66d92736f16a55d55139919c7d0';

CREATE TRIGGER pgtrigger_removed_delete_66f2d AFTER DELETE ON public.reviews_reconsideration FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_66f2d();

COMMENT ON TRIGGER pgtrigger_removed_delete_66f2d ON public.reviews_reconsideration IS '176c79d23c3d959ca78a2139dfacb018d2698300';

CREATE TRIGGER pgtrigger_removed_delete_67739 AFTER DELETE ON public.action_plans_itemjudgement FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_67739();

COMMENT ON TRIGGER pgtrigger_removed_delete_67739 ON public.action_plans_itemjudgement IS '344c124f3327a5379b1e4c6996bcc500a2900a7b';

CREATE TRIGGER pgtrigger_removed_delete_677ce AFTER DELETE ON public.organisations_unit FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_677ce();

COMMENT ON TRIGGER pgtrigger_removed_delete_677ce ON public.organisations_unit IS 'b724c542fb0c3825297ae9f00f9a096b671bcfd5';

CREATE TRIGGER pgtrigger_removed_delete_6c621 AFTER DELETE ON public.organisations_specialty FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_6c621();

COMMENT ON TRIGGER pgtrigger_removed_delete_6c621 ON public.organisations_specialty IS '8e747e86207bcaaaec79fa7fa8ab11802b74ef3e';

CREATE TRIGGER pgtrigger_removed_delete_6d6d1 AFTER DELETE ON public.action_plans_plandraftitem FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_6d6d1();

COMMENT ON TRIGGER pgtrigger_removed_delete_6d6d1 ON public.action_plans_plandraftitem IS '4a4d941d64b6f1c13b35867fbd44eb886bc68194';

CREATE TRIGGER pgtrigger_removed_delete_6fdf6 AFTER DELETE ON public.planning_order FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_6fdf6();

COMMENT ON TRIGGER pgtrigger_removed_delete_6fdf6 ON public.planning_order IS 'dd64a3761a96b8df6d6d209fcbeb8f2c2c3040d6';

CREATE TRIGGER pgtrigger_removed_delete_71e81 AFTER DELETE ON public.reviews_materialfile FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_71e81();

COMMENT ON TRIGGER pgtrigger_removed_delete_71e81 ON public.reviews_materialfile IS '0c0be95cd5f4849963c5ee9235c0fcf1cf6cb58d';

CREATE TRIGGER pgtrigger_removed_delete_720ed AFTER DELETE ON public.reviews_caseexport FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_720ed();

COMMENT ON TRIGGER pgtrigger_removed_delete_720ed ON public.reviews_caseexport IS '160be864cdd0056921ac3daf8873a9e802655a13';

CREATE TRIGGER pgtrigger_removed_delete_773ae AFTER DELETE ON public.planning_campaigncase FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_773ae();

COMMENT ON TRIGGER pgtrigger_removed_delete_773ae ON public.planning_campaigncase IS '18f9b21e0e71695af60641d9896b70c5152a406f';

CREATE TRIGGER pgtrigger_removed_delete_77c97 AFTER DELETE ON public.action_plans_extrareview FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_77c97();

COMMENT ON TRIGGER pgtrigger_removed_delete_77c97 ON public.action_plans_extrareview IS '0bb120b027f1f0fd5dfab3ba3f6b9703049628e6';

CREATE TRIGGER pgtrigger_removed_delete_797b3 AFTER DELETE ON public.accounts_account FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_797b3();

COMMENT ON TRIGGER pgtrigger_removed_delete_797b3 ON public.accounts_account IS 'a92e76cbb3a2b11ff511b676bb4f0f5f894bfdfd';

CREATE TRIGGER pgtrigger_removed_delete_7fe90 AFTER DELETE ON public.accounts_person FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_7fe90();

COMMENT ON TRIGGER pgtrigger_removed_delete_7fe90 ON public.accounts_person IS '4930e96b802920909c912012a7639d076c1a450b';

CREATE TRIGGER pgtrigger_removed_delete_81079 AFTER DELETE ON public.action_plans_plan FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_81079();

COMMENT ON TRIGGER pgtrigger_removed_delete_81079 ON public.action_plans_plan IS '39f84cc0af7257b6e59fc1e64e394900b5f9b1cc';

CREATE TRIGGER pgtrigger_removed_delete_85eec AFTER DELETE ON public.planning_orderunit FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_85eec();

COMMENT ON TRIGGER pgtrigger_removed_delete_85eec ON public.planning_orderunit IS '09b8cc64b0581ed41599e7af29c0529efa100167';

CREATE TRIGGER pgtrigger_removed_delete_8a511 AFTER DELETE ON public.reviews_materialopening FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_8a511();

COMMENT ON TRIGGER pgtrigger_removed_delete_8a511 ON public.reviews_materialopening IS '6d187dfaf4707cd2b007b6eeeb8eb833a96d9d94';

CREATE TRIGGER pgtrigger_removed_delete_94051 AFTER DELETE ON public.reviews_publication FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_94051();

COMMENT ON TRIGGER pgtrigger_removed_delete_94051 ON public.reviews_publication IS '1232034220b862b48e01b864fb8a075a2d106090';

CREATE TRIGGER pgtrigger_removed_delete_9a239 AFTER DELETE ON public.reviews_judgement FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_9a239();

COMMENT ON TRIGGER pgtrigger_removed_delete_9a239 ON public.reviews_judgement IS '02092b25cd820bdc36d9338fbbaf24ded22729ce';

CREATE TRIGGER pgtrigger_removed_delete_9c9d2 AFTER DELETE ON public.report_import_doubtanswer FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_9c9d2();

COMMENT ON TRIGGER pgtrigger_removed_delete_9c9d2 ON public.report_import_doubtanswer IS 'bf9de835b892796a37a55c5c5f000518ac8f7996';

CREATE TRIGGER pgtrigger_removed_delete_9dd25 AFTER DELETE ON public.planning_absence FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_9dd25();

COMMENT ON TRIGGER pgtrigger_removed_delete_9dd25 ON public.planning_absence IS 'c697172e840faf00018bd0fe73057244784060f6';

CREATE TRIGGER pgtrigger_removed_delete_9fcdd AFTER DELETE ON public.accounts_peopleimport FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_9fcdd();

COMMENT ON TRIGGER pgtrigger_removed_delete_9fcdd ON public.accounts_peopleimport IS '635916a517f087318bb035ceee435dc4486070f2';

CREATE TRIGGER pgtrigger_removed_delete_a0ccd AFTER DELETE ON public.reviews_reviewername FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_a0ccd();

COMMENT ON TRIGGER pgtrigger_removed_delete_a0ccd ON public.reviews_reviewername IS '180969fd0bc56556aefffa986c51009e4303e0f9';

CREATE TRIGGER pgtrigger_removed_delete_a252a AFTER DELETE ON public.planning_regionallowed FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_a252a();

COMMENT ON TRIGGER pgtrigger_removed_delete_a252a ON public.planning_regionallowed IS '749bea2171721fe12fba12e89fb8a85aed137c4f';

CREATE TRIGGER pgtrigger_removed_delete_a25fa AFTER DELETE ON public.reviews_summarypoint FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_a25fa();

COMMENT ON TRIGGER pgtrigger_removed_delete_a25fa ON public.reviews_summarypoint IS 'c856c494784c613c159260be6902623c1724aac3';

CREATE TRIGGER pgtrigger_removed_delete_a44b9 AFTER DELETE ON public.reviews_grade FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_a44b9();

COMMENT ON TRIGGER pgtrigger_removed_delete_a44b9 ON public.reviews_grade IS 'a37a1d551ca9bf073b655c67bc734c777584bdcd';

CREATE TRIGGER pgtrigger_removed_delete_a70bf AFTER DELETE ON public.reviews_factcheck FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_a70bf();

COMMENT ON TRIGGER pgtrigger_removed_delete_a70bf ON public.reviews_factcheck IS 'ec36272e5954723cffeffe322189510438ad8a28';

CREATE TRIGGER pgtrigger_removed_delete_abb08 AFTER DELETE ON public.action_plans_evidence FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_abb08();

COMMENT ON TRIGGER pgtrigger_removed_delete_abb08 ON public.action_plans_evidence IS 'bcf822c1059201b500d305ab75d4bf5ed6093cf2';

CREATE TRIGGER pgtrigger_removed_delete_afd28 AFTER DELETE ON public.report_import_fielddecision FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_afd28();

COMMENT ON TRIGGER pgtrigger_removed_delete_afd28 ON public.report_import_fielddecision IS '51dd2e1f21a281d35d0557a6ef6a45448d9092bf';

CREATE TRIGGER pgtrigger_removed_delete_c26b2 AFTER DELETE ON public.reviews_calibrationcomment FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_c26b2();

COMMENT ON TRIGGER pgtrigger_removed_delete_c26b2 ON public.reviews_calibrationcomment IS '58cea4238e28c0bd51ea1f3592e6d8d12eab1436';

CREATE TRIGGER pgtrigger_removed_delete_c6de5 AFTER DELETE ON public.accounts_deputyship FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_c6de5();

COMMENT ON TRIGGER pgtrigger_removed_delete_c6de5 ON public.accounts_deputyship IS '75739e7a6d4755fb6726bc19ce33c50ff8b78f59';

CREATE TRIGGER pgtrigger_removed_delete_cf088 AFTER DELETE ON public.reviews_casemove FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_cf088();

COMMENT ON TRIGGER pgtrigger_removed_delete_cf088 ON public.reviews_casemove IS '247adfe506c9d48db413eeba2f02dfb9e693c169';

CREATE TRIGGER pgtrigger_removed_delete_d1f93 AFTER DELETE ON public.action_plans_escalation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_d1f93();

COMMENT ON TRIGGER pgtrigger_removed_delete_d1f93 ON public.action_plans_escalation IS 'bb139b04cf0e70a717c23f0f6b2901ee6ecfbb3f';

CREATE TRIGGER pgtrigger_removed_delete_d7878 AFTER DELETE ON public.action_plans_planextension FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_d7878();

COMMENT ON TRIGGER pgtrigger_removed_delete_d7878 ON public.action_plans_planextension IS 'a4fb2bf131da560f5353a12f7e8393d7e2d4cbc4';

CREATE TRIGGER pgtrigger_removed_delete_da8f1 AFTER DELETE ON public.reviews_materialcomment FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_da8f1();

COMMENT ON TRIGGER pgtrigger_removed_delete_da8f1 ON public.reviews_materialcomment IS 'aeadb734f04683a5aa3ecff2710cc00944355a8f';

CREATE TRIGGER pgtrigger_removed_delete_db744 AFTER DELETE ON public.reviews_reviewfeedback FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_db744();

COMMENT ON TRIGGER pgtrigger_removed_delete_db744 ON public.reviews_reviewfeedback IS '7b512cc8819a2a4274c876a1ef43754acbb20c17';

CREATE TRIGGER pgtrigger_removed_delete_df1f8 AFTER DELETE ON public.planning_campaign FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_df1f8();

COMMENT ON TRIGGER pgtrigger_removed_delete_df1f8 ON public.planning_campaign IS '6fefadce82aa8190ce5cb1481e2b6d49a262d41f';

CREATE TRIGGER pgtrigger_removed_delete_e10a1 AFTER DELETE ON public.reviews_verdict FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_e10a1();

COMMENT ON TRIGGER pgtrigger_removed_delete_e10a1 ON public.reviews_verdict IS 'e6560f943c19b2d79d5cf9f27140f136709a359c';

CREATE TRIGGER pgtrigger_removed_delete_e2f2d AFTER DELETE ON public.action_plans_regionrules FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_e2f2d();

COMMENT ON TRIGGER pgtrigger_removed_delete_e2f2d ON public.action_plans_regionrules IS 'c135337ecf5b7f79c10705addee34a3ef22e6343';

CREATE TRIGGER pgtrigger_removed_delete_e7b22 AFTER DELETE ON public.accounts_personmerge FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_e7b22();

COMMENT ON TRIGGER pgtrigger_removed_delete_e7b22 ON public.accounts_personmerge IS 'cde0f27a4dccc4d862aede3088a632efb641a105';

CREATE TRIGGER pgtrigger_removed_delete_eb094 AFTER DELETE ON public.organisations_unitspecialty FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_eb094();

COMMENT ON TRIGGER pgtrigger_removed_delete_eb094 ON public.organisations_unitspecialty IS 'a75a5e390d3aba8a3b852d7752fc39876f7d70fa';

CREATE TRIGGER pgtrigger_removed_delete_ed678 AFTER DELETE ON public.planning_reviewertie FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_ed678();

COMMENT ON TRIGGER pgtrigger_removed_delete_ed678 ON public.planning_reviewertie IS '046254685811cf4a885e830a9d052b912d7df928';

CREATE TRIGGER pgtrigger_removed_delete_ed7d3 AFTER DELETE ON public.organisations_region FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_ed7d3();

COMMENT ON TRIGGER pgtrigger_removed_delete_ed7d3 ON public.organisations_region IS 'd45d08d5c01f3d45c1541a6a4d0d85b62077ee72';

CREATE TRIGGER pgtrigger_removed_delete_f0afe AFTER DELETE ON public.report_import_importproposal FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_f0afe();

COMMENT ON TRIGGER pgtrigger_removed_delete_f0afe ON public.report_import_importproposal IS '7aee68886afea2e4a3649b9958e02b8e5cc9dcd7';

CREATE TRIGGER pgtrigger_removed_delete_f12cb AFTER DELETE ON public.files_storedfile FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_f12cb();

COMMENT ON TRIGGER pgtrigger_removed_delete_f12cb ON public.files_storedfile IS 'b9c2dde5eb93b5d4e0995ccd24f80e01d7df0e55';

CREATE TRIGGER pgtrigger_removed_delete_f2dbf AFTER DELETE ON public.reviews_review FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_f2dbf();

COMMENT ON TRIGGER pgtrigger_removed_delete_f2dbf ON public.reviews_review IS '6f427addfbfcfebd0275cfcc3c5eab96aa82fdeb';

CREATE TRIGGER pgtrigger_removed_delete_f76e6 AFTER DELETE ON public.organisations_earliername FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_removed_delete_f76e6();

COMMENT ON TRIGGER pgtrigger_removed_delete_f76e6 ON public.organisations_earliername IS 'efb910d2f520fa2fe2a52a41401a87ce0eb82666';

CREATE TRIGGER procrastinate_jobs_notify_queue_job_aborted_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN (((old.abort_requested = false) AND (new.abort_requested = true) AND (new.status = 'doing'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_notify_queue_abort_job_v1();

CREATE TRIGGER procrastinate_jobs_notify_queue_job_inserted_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_notify_queue_job_inserted_v1();

CREATE TRIGGER procrastinate_trigger_abort_requested_events_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.abort_requested = true)) EXECUTE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1();

CREATE TRIGGER procrastinate_trigger_delete_jobs_v1 BEFORE DELETE ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_unlink_periodic_defers_v1();

CREATE TRIGGER procrastinate_trigger_scheduled_events_v1 AFTER INSERT OR UPDATE ON public.procrastinate_jobs FOR EACH ROW WHEN (((new.scheduled_at IS NOT NULL) AND (new.status = 'todo'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1();

CREATE TRIGGER procrastinate_trigger_status_events_insert_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1();

CREATE TRIGGER procrastinate_trigger_status_events_update_v1 AFTER UPDATE OF status ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_update_v1();

CREATE TRIGGER questionnaires_counted_stays BEFORE UPDATE OF round_id, is_open, invited_count, instrument_key ON public.questionnaires_group FOR EACH ROW EXECUTE FUNCTION public.questionnaires_group_is_settled();

CREATE TRIGGER questionnaires_group_is_settled BEFORE INSERT ON public.questionnaires_group FOR EACH ROW EXECUTE FUNCTION public.questionnaires_group_is_settled();

CREATE TRIGGER questionnaires_group_is_settled BEFORE INSERT ON public.questionnaires_invitation FOR EACH ROW EXECUTE FUNCTION public.questionnaires_group_is_settled();

CREATE TRIGGER questionnaires_invited_stays BEFORE UPDATE OF group_id, name, email ON public.questionnaires_invitation FOR EACH ROW EXECUTE FUNCTION public.questionnaires_group_is_settled();

CREATE TRIGGER questionnaires_only_forward BEFORE UPDATE ON public.questionnaires_round FOR EACH ROW EXECUTE FUNCTION public.questionnaires_only_forward();

ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_2c513194_fk_accounts_account_id FOREIGN KEY (user_id) REFERENCES public.accounts_account(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirm_email_address_id_5b7f8c58_fk_account_e FOREIGN KEY (email_address_id) REFERENCES public.account_emailaddress(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_account
    ADD CONSTRAINT accounts_account_person_id_6886ddb7_fk_accounts_person_id FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_assignment
    ADD CONSTRAINT accounts_assignment_care_provider_id_3b1baf7d_fk_organisat FOREIGN KEY (care_provider_id) REFERENCES public.organisations_careprovider(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_assignment
    ADD CONSTRAINT accounts_assignment_person_id_675bb18b_fk_accounts_person_id FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_assignment
    ADD CONSTRAINT accounts_assignment_region_id_0b368975_fk_organisat FOREIGN KEY (region_id) REFERENCES public.organisations_region(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_assignment
    ADD CONSTRAINT accounts_assignment_specialty_id_1cefa77d_fk_organisat FOREIGN KEY (specialty_id) REFERENCES public.organisations_specialty(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_assignment
    ADD CONSTRAINT accounts_assignment_unit_id_d3a70816_fk_organisations_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisations_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_browsersession
    ADD CONSTRAINT accounts_browsersess_account_id_afda33c4_fk_accounts_ FOREIGN KEY (account_id) REFERENCES public.accounts_account(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_deputyship
    ADD CONSTRAINT accounts_deputyship_assignment_id_a6d4ddad_fk_accounts_ FOREIGN KEY (assignment_id) REFERENCES public.accounts_assignment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_deputyship
    ADD CONSTRAINT accounts_deputyship_deputy_id_6bb95e2a_fk_accounts_person_id FOREIGN KEY (deputy_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_invitation
    ADD CONSTRAINT accounts_invitation_accepted_by_id_ba632539_fk_accounts_ FOREIGN KEY (accepted_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_invitation
    ADD CONSTRAINT accounts_invitation_care_provider_id_d787f844_fk_organisat FOREIGN KEY (care_provider_id) REFERENCES public.organisations_careprovider(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_invitation
    ADD CONSTRAINT accounts_invitation_invited_by_id_94a21efc_fk_accounts_ FOREIGN KEY (invited_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_invitation
    ADD CONSTRAINT accounts_invitation_region_id_e191b50a_fk_organisat FOREIGN KEY (region_id) REFERENCES public.organisations_region(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_invitation
    ADD CONSTRAINT accounts_invitation_specialty_id_5ed1605e_fk_organisat FOREIGN KEY (specialty_id) REFERENCES public.organisations_specialty(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_invitation
    ADD CONSTRAINT accounts_invitation_unit_id_88c1c203_fk_organisations_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisations_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_look
    ADD CONSTRAINT accounts_look_hat_id_f144d692_fk_accounts_assignment_id FOREIGN KEY (hat_id) REFERENCES public.accounts_assignment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_look
    ADD CONSTRAINT accounts_look_person_id_5a877e0d_fk_accounts_person_id FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_peopleimport
    ADD CONSTRAINT accounts_peopleimpor_created_by_id_4fbfc7d1_fk_accounts_ FOREIGN KEY (created_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_person
    ADD CONSTRAINT accounts_person_hat_id_dcbd8835_fk_accounts_assignment_id FOREIGN KEY (hat_id) REFERENCES public.accounts_assignment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_person
    ADD CONSTRAINT accounts_person_merged_into_id_420ee5f6_fk_accounts_person_id FOREIGN KEY (merged_into_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_personmerge
    ADD CONSTRAINT accounts_personmerge_into_id_26905962_fk_accounts_person_id FOREIGN KEY (into_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_personmerge
    ADD CONSTRAINT accounts_personmerge_merged_by_id_94ba1f2e_fk_accounts_ FOREIGN KEY (merged_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_personmerge
    ADD CONSTRAINT accounts_personmerge_person_id_12d9f832_fk_accounts_person_id FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_roleproposal
    ADD CONSTRAINT accounts_roleproposa_care_provider_id_ffe492e5_fk_organisat FOREIGN KEY (care_provider_id) REFERENCES public.organisations_careprovider(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_roleproposal
    ADD CONSTRAINT accounts_roleproposa_decided_by_id_df384efa_fk_accounts_ FOREIGN KEY (decided_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_roleproposal
    ADD CONSTRAINT accounts_roleproposal_person_id_13d21d73_fk_accounts_person_id FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_roleproposal
    ADD CONSTRAINT accounts_roleproposal_unit_id_d7610cdb_fk_organisations_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisations_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.action_plans_escalation
    ADD CONSTRAINT action_plans_escalat_item_id_a8636ae6_fk_reviews_a FOREIGN KEY (item_id) REFERENCES public.reviews_actionplanitem(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.action_plans_evidence
    ADD CONSTRAINT action_plans_evidenc_added_by_id_0aa58cfe_fk_accounts_ FOREIGN KEY (added_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.action_plans_evidence
    ADD CONSTRAINT action_plans_evidenc_item_id_51900e6f_fk_reviews_a FOREIGN KEY (item_id) REFERENCES public.reviews_actionplanitem(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.action_plans_evidence
    ADD CONSTRAINT action_plans_evidenc_replaces_id_d196fd2e_fk_action_pl FOREIGN KEY (replaces_id) REFERENCES public.action_plans_evidence(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.action_plans_evidence
    ADD CONSTRAINT action_plans_evidenc_withdrawn_by_id_207a9b6e_fk_accounts_ FOREIGN KEY (withdrawn_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.action_plans_evidence
    ADD CONSTRAINT action_plans_evidence_file_id_48d17b0f_fk_files_storedfile_id FOREIGN KEY (file_id) REFERENCES public.files_storedfile(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.action_plans_extrareview
    ADD CONSTRAINT action_plans_extrare_dismissed_by_id_6f378725_fk_accounts_ FOREIGN KEY (dismissed_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.action_plans_extrareview
    ADD CONSTRAINT action_plans_extrare_done_by_id_4256dcfe_fk_reviews_r FOREIGN KEY (done_by_id) REFERENCES public.reviews_review(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.action_plans_extrareview
    ADD CONSTRAINT action_plans_extrare_review_id_55206cb6_fk_reviews_r FOREIGN KEY (review_id) REFERENCES public.reviews_review(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.action_plans_itemjudgement
    ADD CONSTRAINT action_plans_itemjud_item_id_e9b25e77_fk_action_pl FOREIGN KEY (item_id) REFERENCES public.action_plans_plandraftitem(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.action_plans_itemjudgement
    ADD CONSTRAINT action_plans_itemjud_person_id_b0bb3812_fk_accounts_ FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.action_plans_plan
    ADD CONSTRAINT action_plans_plan_returned_by_id_b6bdb59d_fk_accounts_person_id FOREIGN KEY (returned_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.action_plans_plan
    ADD CONSTRAINT action_plans_plan_review_id_4fc45c0f_fk_reviews_review_id FOREIGN KEY (review_id) REFERENCES public.reviews_review(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.action_plans_plan
    ADD CONSTRAINT action_plans_plan_sent_by_id_30dc350e_fk_accounts_person_id FOREIGN KEY (sent_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.action_plans_plandraftitem
    ADD CONSTRAINT action_plans_plandra_item_id_93e2e3e3_fk_reviews_a FOREIGN KEY (item_id) REFERENCES public.reviews_actionplanitem(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.action_plans_plandraftitem
    ADD CONSTRAINT action_plans_plandra_part_id_e2fac905_fk_reviews_r FOREIGN KEY (part_id) REFERENCES public.reviews_reviewpart(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.action_plans_plandraftitem
    ADD CONSTRAINT action_plans_plandra_plan_id_fd437ac2_fk_action_pl FOREIGN KEY (plan_id) REFERENCES public.action_plans_plan(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.action_plans_planextension
    ADD CONSTRAINT action_plans_planext_given_by_id_6dd09f99_fk_accounts_ FOREIGN KEY (given_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.action_plans_planextension
    ADD CONSTRAINT action_plans_planext_plan_id_860db744_fk_action_pl FOREIGN KEY (plan_id) REFERENCES public.action_plans_plan(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.action_plans_regionrules
    ADD CONSTRAINT action_plans_regionr_region_id_731c5456_fk_organisat FOREIGN KEY (region_id) REFERENCES public.organisations_region(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_user_id_0c3a50c0_fk_accounts_account_id FOREIGN KEY (user_id) REFERENCES public.accounts_account(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.notifications_mailsettings
    ADD CONSTRAINT notifications_mailse_person_id_0c8cf9df_fk_accounts_ FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.notifications_reminder
    ADD CONSTRAINT notifications_remind_letter_id_8b65e406_fk_notificat FOREIGN KEY (letter_id) REFERENCES public.notifications_reminderletter(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.notifications_reminderletter
    ADD CONSTRAINT notifications_remind_recipient_id_48f74fba_fk_accounts_ FOREIGN KEY (recipient_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.notifications_reminder
    ADD CONSTRAINT notifications_remind_recipient_id_517ea2b6_fk_accounts_ FOREIGN KEY (recipient_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.organisations_careprovider
    ADD CONSTRAINT organisations_carepr_merged_into_id_567d93a9_fk_organisat FOREIGN KEY (merged_into_id) REFERENCES public.organisations_careprovider(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.organisations_careprovider
    ADD CONSTRAINT organisations_carepr_region_id_bb9663be_fk_organisat FOREIGN KEY (region_id) REFERENCES public.organisations_region(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.organisations_earliername
    ADD CONSTRAINT organisations_earlie_unit_id_d3cf6a68_fk_organisat FOREIGN KEY (unit_id) REFERENCES public.organisations_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.organisations_region
    ADD CONSTRAINT organisations_region_merged_into_id_0c08d9e2_fk_organisat FOREIGN KEY (merged_into_id) REFERENCES public.organisations_region(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.organisations_specialty
    ADD CONSTRAINT organisations_specia_merged_into_id_8f1e3cb6_fk_organisat FOREIGN KEY (merged_into_id) REFERENCES public.organisations_specialty(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.organisations_specialty
    ADD CONSTRAINT organisations_specia_parent_id_698a0f44_fk_organisat FOREIGN KEY (parent_id) REFERENCES public.organisations_specialty(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.organisations_unit
    ADD CONSTRAINT organisations_unit_care_provider_id_61eddfc0_fk_organisat FOREIGN KEY (care_provider_id) REFERENCES public.organisations_careprovider(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.organisations_unit
    ADD CONSTRAINT organisations_unit_merged_into_id_a95ffd95_fk_organisat FOREIGN KEY (merged_into_id) REFERENCES public.organisations_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.organisations_unit
    ADD CONSTRAINT organisations_unit_parent_id_c68c70a6_fk_organisations_unit_id FOREIGN KEY (parent_id) REFERENCES public.organisations_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.organisations_unit
    ADD CONSTRAINT organisations_unit_region_id_1991ec6c_fk_organisat FOREIGN KEY (region_id) REFERENCES public.organisations_region(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.organisations_unitspecialty
    ADD CONSTRAINT organisations_unitsp_specialty_id_1bd30540_fk_organisat FOREIGN KEY (specialty_id) REFERENCES public.organisations_specialty(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.organisations_unitspecialty
    ADD CONSTRAINT organisations_unitsp_unit_id_dded3daf_fk_organisat FOREIGN KEY (unit_id) REFERENCES public.organisations_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.planning_absence
    ADD CONSTRAINT planning_absence_person_id_19653b72_fk_accounts_person_id FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.planning_calendarfeed
    ADD CONSTRAINT planning_calendarfeed_person_id_a1826d63_fk_accounts_person_id FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.planning_campaign
    ADD CONSTRAINT planning_campaign_created_by_id_69fd9a26_fk_accounts_person_id FOREIGN KEY (created_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.planning_campaigncase
    ADD CONSTRAINT planning_campaigncas_campaign_id_982bf109_fk_planning_ FOREIGN KEY (campaign_id) REFERENCES public.planning_campaign(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.planning_campaigncase
    ADD CONSTRAINT planning_campaigncase_review_id_6304b93f_fk_reviews_review_id FOREIGN KEY (review_id) REFERENCES public.reviews_review(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.planning_order
    ADD CONSTRAINT planning_order_ordered_by_id_03c929af_fk_accounts_person_id FOREIGN KEY (ordered_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.planning_order
    ADD CONSTRAINT planning_order_settled_by_id_50573f5a_fk_accounts_person_id FOREIGN KEY (settled_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.planning_order
    ADD CONSTRAINT planning_order_specialty_id_def072dd_fk_organisat FOREIGN KEY (specialty_id) REFERENCES public.organisations_specialty(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.planning_orderunit
    ADD CONSTRAINT planning_orderunit_order_id_d8921437_fk_planning_order_id FOREIGN KEY (order_id) REFERENCES public.planning_order(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.planning_orderunit
    ADD CONSTRAINT planning_orderunit_review_id_88aba990_fk_reviews_review_id FOREIGN KEY (review_id) REFERENCES public.reviews_review(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.planning_orderunit
    ADD CONSTRAINT planning_orderunit_unit_id_5cf63860_fk_organisations_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisations_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.planning_proposedseat
    ADD CONSTRAINT planning_proposedsea_proposal_id_7b023d72_fk_planning_ FOREIGN KEY (proposal_id) REFERENCES public.planning_teamproposal(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.planning_proposedseat
    ADD CONSTRAINT planning_proposedseat_person_id_b008229d_fk_accounts_person_id FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.planning_proposedseat
    ADD CONSTRAINT planning_proposedseat_review_id_42823da6_fk_reviews_review_id FOREIGN KEY (review_id) REFERENCES public.reviews_review(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.planning_regionallowed
    ADD CONSTRAINT planning_regionallow_specialty_id_fb78ee67_fk_organisat FOREIGN KEY (specialty_id) REFERENCES public.organisations_specialty(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.planning_reviewerprofile
    ADD CONSTRAINT planning_reviewerpro_person_id_389d96c5_fk_accounts_ FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.planning_reviewertie
    ADD CONSTRAINT planning_reviewertie_care_provider_id_1196c267_fk_organisat FOREIGN KEY (care_provider_id) REFERENCES public.organisations_careprovider(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.planning_reviewertie
    ADD CONSTRAINT planning_reviewertie_person_id_307886b4_fk_accounts_person_id FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.planning_reviewertie
    ADD CONSTRAINT planning_reviewertie_unit_id_dbca4dba_fk_organisations_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisations_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.planning_slotreviewer
    ADD CONSTRAINT planning_slotreviewer_person_id_620bf7b0_fk_accounts_person_id FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.planning_slotreviewer
    ADD CONSTRAINT planning_slotreviewer_slot_id_fc6731a5_fk_planning_visitslot_id FOREIGN KEY (slot_id) REFERENCES public.planning_visitslot(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.planning_teamproposal
    ADD CONSTRAINT planning_teamproposa_asked_by_id_33ac1598_fk_accounts_ FOREIGN KEY (asked_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.planning_teamproposal
    ADD CONSTRAINT planning_teamproposa_campaign_id_a6542f35_fk_planning_ FOREIGN KEY (campaign_id) REFERENCES public.planning_campaign(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.planning_visitslot
    ADD CONSTRAINT planning_visitslot_review_id_7c77a75e_fk_reviews_review_id FOREIGN KEY (review_id) REFERENCES public.reviews_review(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.planning_visitslot
    ADD CONSTRAINT planning_visitslot_taken_by_id_4120e45c_fk_accounts_person_id FOREIGN KEY (taken_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES public.procrastinate_workers(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id);

ALTER TABLE ONLY public.questionnaires_answer
    ADD CONSTRAINT questionnaires_answe_group_id_508095b3_fk_questionn FOREIGN KEY (group_id) REFERENCES public.questionnaires_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.questionnaires_draft
    ADD CONSTRAINT questionnaires_draft_group_id_cf3baa8d_fk_questionn FOREIGN KEY (group_id) REFERENCES public.questionnaires_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.questionnaires_group
    ADD CONSTRAINT questionnaires_group_round_id_30a3d82b_fk_questionn FOREIGN KEY (round_id) REFERENCES public.questionnaires_round(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.questionnaires_invitation
    ADD CONSTRAINT questionnaires_invit_group_id_574cf01d_fk_questionn FOREIGN KEY (group_id) REFERENCES public.questionnaires_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.questionnaires_link
    ADD CONSTRAINT questionnaires_link_group_id_de01f8cd_fk_questionn FOREIGN KEY (group_id) REFERENCES public.questionnaires_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.questionnaires_link
    ADD CONSTRAINT questionnaires_link_invitation_id_6a5134cc_fk_questionn FOREIGN KEY (invitation_id) REFERENCES public.questionnaires_invitation(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.questionnaires_openanswer
    ADD CONSTRAINT questionnaires_opena_group_id_d63c55c5_fk_questionn FOREIGN KEY (group_id) REFERENCES public.questionnaires_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.questionnaires_round
    ADD CONSTRAINT questionnaires_round_unit_id_c8e9e952_fk_organisations_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisations_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.questionnaires_waiting
    ADD CONSTRAINT questionnaires_waiti_group_id_f56731ba_fk_questionn FOREIGN KEY (group_id) REFERENCES public.questionnaires_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.report_import_doubtanswer
    ADD CONSTRAINT report_import_doubta_answered_by_id_d6a44024_fk_accounts_ FOREIGN KEY (answered_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.report_import_doubtanswer
    ADD CONSTRAINT report_import_doubta_proposal_id_70c73d89_fk_report_im FOREIGN KEY (proposal_id) REFERENCES public.report_import_importproposal(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.report_import_fielddecision
    ADD CONSTRAINT report_import_fieldd_decided_by_id_4d00961e_fk_accounts_ FOREIGN KEY (decided_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.report_import_fielddecision
    ADD CONSTRAINT report_import_fieldd_proposal_id_08e10ccc_fk_report_im FOREIGN KEY (proposal_id) REFERENCES public.report_import_importproposal(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.report_import_importproposal
    ADD CONSTRAINT report_import_import_batch_id_6a643e03_fk_report_im FOREIGN KEY (batch_id) REFERENCES public.report_import_importbatch(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.report_import_importproposal
    ADD CONSTRAINT report_import_import_chosen_specialty_id_fdd0fc4b_fk_organisat FOREIGN KEY (chosen_specialty_id) REFERENCES public.organisations_specialty(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.report_import_importproposal
    ADD CONSTRAINT report_import_import_chosen_unit_id_11909778_fk_organisat FOREIGN KEY (chosen_unit_id) REFERENCES public.organisations_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.report_import_importbatch
    ADD CONSTRAINT report_import_import_created_by_id_77ca522a_fk_accounts_ FOREIGN KEY (created_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.report_import_importproposal
    ADD CONSTRAINT report_import_import_duplicate_of_id_6c8b44a2_fk_report_im FOREIGN KEY (duplicate_of_id) REFERENCES public.report_import_importproposal(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.report_import_importproposal
    ADD CONSTRAINT report_import_import_review_id_496110d3_fk_reviews_r FOREIGN KEY (review_id) REFERENCES public.reviews_review(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.report_import_importproposal
    ADD CONSTRAINT report_import_import_stored_file_id_16142e8e_fk_files_sto FOREIGN KEY (stored_file_id) REFERENCES public.files_storedfile(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.report_import_presence
    ADD CONSTRAINT report_import_presen_proposal_id_ee96614c_fk_report_im FOREIGN KEY (proposal_id) REFERENCES public.report_import_importproposal(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.report_import_presence
    ADD CONSTRAINT report_import_presence_person_id_2a700845_fk_accounts_person_id FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.report_import_proposalreading
    ADD CONSTRAINT report_import_propos_proposal_id_a2b88a0a_fk_report_im FOREIGN KEY (proposal_id) REFERENCES public.report_import_importproposal(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_actionplanitem
    ADD CONSTRAINT reviews_actionplanit_part_id_948d4797_fk_reviews_r FOREIGN KEY (part_id) REFERENCES public.reviews_reviewpart(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_actionprogress
    ADD CONSTRAINT reviews_actionprogre_item_id_36d44924_fk_reviews_a FOREIGN KEY (item_id) REFERENCES public.reviews_actionplanitem(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_actionprogress
    ADD CONSTRAINT reviews_actionprogre_recorded_by_id_4760595c_fk_accounts_ FOREIGN KEY (recorded_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_areadone
    ADD CONSTRAINT reviews_areadone_part_id_df62cfe2_fk_reviews_reviewpart_id FOREIGN KEY (part_id) REFERENCES public.reviews_reviewpart(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_areadone
    ADD CONSTRAINT reviews_areadone_reviewer_id_4af95c0d_fk_accounts_person_id FOREIGN KEY (reviewer_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_areatext
    ADD CONSTRAINT reviews_areatext_part_id_16cd5a8a_fk_reviews_reviewpart_id FOREIGN KEY (part_id) REFERENCES public.reviews_reviewpart(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_calibrationcomment
    ADD CONSTRAINT reviews_calibrationc_answered_by_id_ff5cc126_fk_accounts_ FOREIGN KEY (answered_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_calibrationcomment
    ADD CONSTRAINT reviews_calibrationc_part_id_362913eb_fk_reviews_r FOREIGN KEY (part_id) REFERENCES public.reviews_reviewpart(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_calibrationcomment
    ADD CONSTRAINT reviews_calibrationc_written_by_id_013b875d_fk_accounts_ FOREIGN KEY (written_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_caseexport
    ADD CONSTRAINT reviews_caseexport_made_by_id_134bd971_fk_accounts_person_id FOREIGN KEY (made_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_caseexport
    ADD CONSTRAINT reviews_caseexport_review_id_12144a4f_fk_reviews_review_id FOREIGN KEY (review_id) REFERENCES public.reviews_review(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_casemove
    ADD CONSTRAINT reviews_casemove_moved_by_id_0b62fcf8_fk_accounts_person_id FOREIGN KEY (moved_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_casemove
    ADD CONSTRAINT reviews_casemove_review_id_cfadad4d_fk_reviews_review_id FOREIGN KEY (review_id) REFERENCES public.reviews_review(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_correction
    ADD CONSTRAINT reviews_correction_made_by_id_51fa1f39_fk_accounts_person_id FOREIGN KEY (made_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_correction
    ADD CONSTRAINT reviews_correction_part_id_77f9c6cb_fk_reviews_reviewpart_id FOREIGN KEY (part_id) REFERENCES public.reviews_reviewpart(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_correction
    ADD CONSTRAINT reviews_correction_review_id_b3711d71_fk_reviews_review_id FOREIGN KEY (review_id) REFERENCES public.reviews_review(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_factcheck
    ADD CONSTRAINT reviews_factcheck_finished_by_id_56297bcf_fk_accounts_person_id FOREIGN KEY (finished_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_factcheck
    ADD CONSTRAINT reviews_factcheck_review_id_3cb4766e_fk_reviews_review_id FOREIGN KEY (review_id) REFERENCES public.reviews_review(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_factcheck
    ADD CONSTRAINT reviews_factcheck_sent_by_id_7a5f2378_fk_accounts_person_id FOREIGN KEY (sent_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_grade
    ADD CONSTRAINT reviews_grade_decided_by_id_48756ebe_fk_accounts_person_id FOREIGN KEY (decided_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_grade
    ADD CONSTRAINT reviews_grade_part_id_bc2c7a91_fk_reviews_reviewpart_id FOREIGN KEY (part_id) REFERENCES public.reviews_reviewpart(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_interviewnote
    ADD CONSTRAINT reviews_interviewnote_author_id_464f11a0_fk_accounts_person_id FOREIGN KEY (author_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_interviewnote
    ADD CONSTRAINT reviews_interviewnote_part_id_d6b30084_fk_reviews_reviewpart_id FOREIGN KEY (part_id) REFERENCES public.reviews_reviewpart(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_judgement
    ADD CONSTRAINT reviews_judgement_part_id_8d7ee875_fk_reviews_reviewpart_id FOREIGN KEY (part_id) REFERENCES public.reviews_reviewpart(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_judgement
    ADD CONSTRAINT reviews_judgement_reviewer_id_f4b6e213_fk_accounts_person_id FOREIGN KEY (reviewer_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_materialcomment
    ADD CONSTRAINT reviews_materialcomm_item_id_9bb16faf_fk_reviews_m FOREIGN KEY (item_id) REFERENCES public.reviews_materialitem(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_materialcomment
    ADD CONSTRAINT reviews_materialcomm_written_by_id_d760beb8_fk_accounts_ FOREIGN KEY (written_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_materialfile
    ADD CONSTRAINT reviews_materialfile_hand_in_id_60051f05_fk_reviews_m FOREIGN KEY (hand_in_id) REFERENCES public.reviews_materialversion(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_materialfile
    ADD CONSTRAINT reviews_materialfile_stored_file_id_4214dc4f_fk_files_sto FOREIGN KEY (stored_file_id) REFERENCES public.files_storedfile(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_materialitem
    ADD CONSTRAINT reviews_materialitem_added_by_id_84eabeda_fk_accounts_person_id FOREIGN KEY (added_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_materialitem
    ADD CONSTRAINT reviews_materialitem_owner_id_7752d9c1_fk_accounts_person_id FOREIGN KEY (owner_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_materialitem
    ADD CONSTRAINT reviews_materialitem_review_id_df2a6c66_fk_reviews_review_id FOREIGN KEY (review_id) REFERENCES public.reviews_review(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_materiallook
    ADD CONSTRAINT reviews_materiallook_item_id_81d02ead_fk_reviews_m FOREIGN KEY (item_id) REFERENCES public.reviews_materialitem(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_materiallook
    ADD CONSTRAINT reviews_materiallook_person_id_2811a054_fk_accounts_person_id FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_materialopening
    ADD CONSTRAINT reviews_materialopen_file_id_0adefbe6_fk_reviews_m FOREIGN KEY (file_id) REFERENCES public.reviews_materialfile(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_materialopening
    ADD CONSTRAINT reviews_materialopen_person_id_eb597a3d_fk_accounts_ FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_materialversion
    ADD CONSTRAINT reviews_materialvers_handed_in_by_id_e554b0d6_fk_accounts_ FOREIGN KEY (handed_in_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_materialversion
    ADD CONSTRAINT reviews_materialvers_item_id_aa3e3515_fk_reviews_m FOREIGN KEY (item_id) REFERENCES public.reviews_materialitem(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_offlinecopy
    ADD CONSTRAINT reviews_offlinecopy_account_id_9e0b7caf_fk_accounts_account_id FOREIGN KEY (account_id) REFERENCES public.accounts_account(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_offlinecopy
    ADD CONSTRAINT reviews_offlinecopy_session_id_b2bcb588_fk_accounts_ FOREIGN KEY (session_id) REFERENCES public.accounts_browsersession(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_publication
    ADD CONSTRAINT reviews_publication_published_by_id_579480ab_fk_accounts_ FOREIGN KEY (published_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_publication
    ADD CONSTRAINT reviews_publication_review_id_f29eabcf_fk_reviews_review_id FOREIGN KEY (review_id) REFERENCES public.reviews_review(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_publication
    ADD CONSTRAINT reviews_publication_withdrawn_by_id_2aec21ec_fk_accounts_ FOREIGN KEY (withdrawn_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_reconsideration
    ADD CONSTRAINT reviews_reconsiderat_asked_by_id_554baba1_fk_accounts_ FOREIGN KEY (asked_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_reconsideration
    ADD CONSTRAINT reviews_reconsiderat_decided_by_id_c0db7432_fk_accounts_ FOREIGN KEY (decided_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_reconsideration
    ADD CONSTRAINT reviews_reconsideration_review_id_4f6de4cd_fk_reviews_review_id FOREIGN KEY (review_id) REFERENCES public.reviews_review(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_reconsideredarea
    ADD CONSTRAINT reviews_reconsidered_part_id_6df6760c_fk_reviews_r FOREIGN KEY (part_id) REFERENCES public.reviews_reviewpart(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_reconsideredarea
    ADD CONSTRAINT reviews_reconsidered_reconsideration_id_4e817b77_fk_reviews_r FOREIGN KEY (reconsideration_id) REFERENCES public.reviews_reconsideration(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_reconsideredarea
    ADD CONSTRAINT reviews_reconsideredarea_grade_id_338456a2_fk_reviews_grade_id FOREIGN KEY (grade_id) REFERENCES public.reviews_grade(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_remark
    ADD CONSTRAINT reviews_remark_answered_by_id_6074e80e_fk_accounts_person_id FOREIGN KEY (answered_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_remark
    ADD CONSTRAINT reviews_remark_fact_check_id_67105c88_fk_reviews_factcheck_id FOREIGN KEY (fact_check_id) REFERENCES public.reviews_factcheck(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_remark
    ADD CONSTRAINT reviews_remark_part_id_527742a0_fk_reviews_reviewpart_id FOREIGN KEY (part_id) REFERENCES public.reviews_reviewpart(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_remark
    ADD CONSTRAINT reviews_remark_written_by_id_ccbcde2e_fk_accounts_person_id FOREIGN KEY (written_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_review
    ADD CONSTRAINT reviews_review_care_provider_id_4cc14ad4_fk_organisat FOREIGN KEY (care_provider_id) REFERENCES public.organisations_careprovider(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_review
    ADD CONSTRAINT reviews_review_created_by_id_2db9f91c_fk_accounts_person_id FOREIGN KEY (created_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_review
    ADD CONSTRAINT reviews_review_specialty_id_508c1a2b_fk_organisat FOREIGN KEY (specialty_id) REFERENCES public.organisations_specialty(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_review
    ADD CONSTRAINT reviews_review_unit_id_4e4afa49_fk_organisations_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisations_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_reviewername
    ADD CONSTRAINT reviews_reviewername_person_id_e31e8701_fk_accounts_person_id FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_reviewername
    ADD CONSTRAINT reviews_reviewername_review_id_602862de_fk_reviews_review_id FOREIGN KEY (review_id) REFERENCES public.reviews_review(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_reviewfeedback
    ADD CONSTRAINT reviews_reviewfeedba_given_by_id_e04bb14b_fk_accounts_ FOREIGN KEY (given_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_reviewfeedback
    ADD CONSTRAINT reviews_reviewfeedback_review_id_5f0dc701_fk_reviews_review_id FOREIGN KEY (review_id) REFERENCES public.reviews_review(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_reviewpart
    ADD CONSTRAINT reviews_reviewpart_review_id_4c431c27_fk_reviews_review_id FOREIGN KEY (review_id) REFERENCES public.reviews_review(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_summarypoint
    ADD CONSTRAINT reviews_summarypoint_part_id_281cf6ef_fk_reviews_reviewpart_id FOREIGN KEY (part_id) REFERENCES public.reviews_reviewpart(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_teammember
    ADD CONSTRAINT reviews_teammember_appointed_by_id_aad56679_fk_accounts_ FOREIGN KEY (appointed_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_teammember
    ADD CONSTRAINT reviews_teammember_person_id_5db881e4_fk_accounts_person_id FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_teammember
    ADD CONSTRAINT reviews_teammember_review_id_121b0174_fk_reviews_review_id FOREIGN KEY (review_id) REFERENCES public.reviews_review(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_verdict
    ADD CONSTRAINT reviews_verdict_part_id_1ad10803_fk_reviews_reviewpart_id FOREIGN KEY (part_id) REFERENCES public.reviews_reviewpart(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_verdict
    ADD CONSTRAINT reviews_verdict_reviewer_id_4b5d64e5_fk_accounts_person_id FOREIGN KEY (reviewer_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
