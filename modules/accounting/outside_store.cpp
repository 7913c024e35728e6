#include "modules/accounting/outside_store.hpp"

namespace accounting
{
namespace
{

constexpr db::Query find_outside{"accounting.outside", R"sql(
    SELECT sealed_token, state, starts_on, company, company_name, last_error, failing_since,
           told_at, verified_at
      FROM accounting_outside WHERE workspace_id = :workspace AND id = 1
)sql"};

constexpr db::Query write_outside{"accounting.save_outside", R"sql(
    INSERT INTO accounting_outside (workspace_id, id, sealed_token, state, starts_on, company,
                                    company_name, last_error, failing_since, told_at,
                                    verified_at)
    VALUES (:workspace, 1, :sealed_token, :state, :starts_on, :company, :company_name,
            :last_error, :failing_since, :told_at, :verified_at)
    ON CONFLICT (workspace_id, id) DO UPDATE
       SET sealed_token = excluded.sealed_token, state = excluded.state,
           starts_on = excluded.starts_on, company = excluded.company,
           company_name = excluded.company_name, last_error = excluded.last_error,
           failing_since = excluded.failing_since, told_at = excluded.told_at,
           verified_at = excluded.verified_at
)sql"};

constexpr db::Query hold_row{"accounting.hold_outside", R"sql(
    UPDATE accounting_outside SET state = state WHERE workspace_id = :workspace AND id = 1
)sql"};

constexpr db::Query begin_turn{"accounting.take_turn_outside", R"sql(
    UPDATE accounting_outside SET turn_until = :until
     WHERE workspace_id = :workspace AND id = 1 AND (turn_until IS NULL OR turn_until < :now)
)sql"};

constexpr db::Query lengthen_turn{"accounting.keep_turn_outside", R"sql(
    UPDATE accounting_outside SET turn_until = :until
     WHERE workspace_id = :workspace AND id = 1 AND turn_until = :mine
)sql"};

constexpr db::Query list_twins{"accounting.twins", R"sql(
    SELECT ours, theirs FROM accounting_twin
     WHERE workspace_id = :workspace ORDER BY ours LIMIT :limit
)sql"};

constexpr db::Query write_twin{"accounting.save_twin", R"sql(
    INSERT INTO accounting_twin (workspace_id, ours, theirs) VALUES (:workspace, :ours, :theirs)
    ON CONFLICT (workspace_id, ours) DO UPDATE SET theirs = excluded.theirs
)sql"};

constexpr db::Query remove_twin{"accounting.forget_twin", R"sql(
    DELETE FROM accounting_twin WHERE workspace_id = :workspace AND ours = :ours
)sql"};

constexpr db::Query list_due{"accounting.entries_not_outside", R"sql(
    SELECT e.id, e.journal, e.year, e.number, e.day, e.piece, e.piece_day, e.label, e.validated_on
      FROM accounting_entry e
     WHERE e.workspace_id = :workspace AND e.day >= :starts
       AND EXISTS (SELECT 1 FROM accounting_sale s
                    WHERE s.workspace_id = e.workspace_id AND s.number = e.piece)
       AND NOT EXISTS (SELECT 1 FROM accounting_push p
                        WHERE p.workspace_id = e.workspace_id AND p.company = :company
                          AND p.entry_id = e.id AND p.state <> 'sending')
     ORDER BY e.id LIMIT :limit
)sql"};

constexpr db::Query count_waiting{"accounting.count_entries_not_outside", R"sql(
    SELECT count(*)
      FROM accounting_entry e
     WHERE e.workspace_id = :workspace AND e.day >= :starts
       AND EXISTS (SELECT 1 FROM accounting_sale s
                    WHERE s.workspace_id = e.workspace_id AND s.number = e.piece)
       AND NOT EXISTS (SELECT 1 FROM accounting_push p
                        WHERE p.workspace_id = e.workspace_id AND p.company = :company
                          AND p.entry_id = e.id AND p.state <> 'sending')
)sql"};

constexpr db::Query find_asked{"accounting.push_without_answer", R"sql(
    SELECT count(*) FROM accounting_push
     WHERE workspace_id = :workspace AND company = :company AND entry_id = :entry
       AND state = 'sending'
)sql"};

constexpr db::Query write_push{"accounting.save_push", R"sql(
    INSERT INTO accounting_push (workspace_id, company, entry_id, state, remote, words, tried_at)
    VALUES (:workspace, :company, :entry, :state, :remote, :words, :at)
    ON CONFLICT (workspace_id, company, entry_id) DO UPDATE
       SET state = excluded.state, remote = excluded.remote, words = excluded.words,
           tried_at = excluded.tried_at
)sql"};

constexpr db::Query reopen_pushes{"accounting.push_again", R"sql(
    UPDATE accounting_push SET state = 'sending', words = ''
     WHERE workspace_id = :workspace AND company = :company AND state = 'refused'
)sql"};

constexpr db::Query count_refusals{"accounting.count_refused_pushes", R"sql(
    SELECT count(*) FROM accounting_push
     WHERE workspace_id = :workspace AND company = :company AND state = 'refused'
)sql"};

constexpr db::Query list_refused{"accounting.refused_pushes", R"sql(
    SELECT p.entry_id, e.journal, e.number, e.day, e.label, p.state, p.remote, p.words, p.tried_at
      FROM accounting_push p
      JOIN accounting_entry e ON e.workspace_id = p.workspace_id AND e.id = p.entry_id
     WHERE p.workspace_id = :workspace AND p.company = :company AND p.state = 'refused'
     ORDER BY p.tried_at DESC, p.entry_id DESC LIMIT :limit
)sql"};

constexpr db::Query list_pushes{"accounting.pushes", R"sql(
    SELECT p.entry_id, e.journal, e.number, e.day, e.label, p.state, p.remote, p.words, p.tried_at
      FROM accounting_push p
      JOIN accounting_entry e ON e.workspace_id = p.workspace_id AND e.id = p.entry_id
     WHERE p.workspace_id = :workspace AND (p.company <> :company OR p.state <> 'refused')
     ORDER BY p.tried_at DESC, p.entry_id DESC LIMIT :limit
)sql"};

} // namespace

Outside OutsideStore::hold()
{
    tx_.execute(hold_row);
    return find();
}

Outside OutsideStore::find()
{
    return tx_.find<Outside>(find_outside, {}).value_or(Outside{});
}

void OutsideStore::save(const Outside& outside)
{
    tx_.execute(write_outside, {{"sealed_token", outside.sealed_token},
                                {"state", outside.state},
                                {"starts_on", outside.starts_on},
                                {"company", outside.company},
                                {"company_name", outside.company_name},
                                {"last_error", outside.last_error},
                                {"failing_since", outside.failing_since},
                                {"told_at", outside.told_at},
                                {"verified_at", outside.verified_at}});
}

bool OutsideStore::take_turn(base::Instant now, base::Instant until)
{
    return tx_.execute(begin_turn, {{"now", now}, {"until", until}}) > 0;
}

bool OutsideStore::keep_turn(base::Instant mine, std::optional<base::Instant> until)
{
    return tx_.execute(lengthen_turn, {{"mine", mine}, {"until", until}}) > 0;
}

std::map<std::string, std::string, std::less<>> OutsideStore::twins()
{
    std::map<std::string, std::string, std::less<>> all;
    for (const auto& twin : tx_.rows<Twin>(list_twins, {{"limit", twins_max}}))
        all.emplace(twin.ours, twin.theirs);
    return all;
}

void OutsideStore::save_twin(const Twin& twin)
{
    tx_.execute(write_twin, {{"ours", twin.ours}, {"theirs", twin.theirs}});
}

void OutsideStore::forget_twin(const std::string& ours)
{
    tx_.execute(remove_twin, {{"ours", ours}});
}

std::vector<EntryRow> OutsideStore::due(const Outside& outside)
{
    return tx_.rows<EntryRow>(
        list_due,
        {{"starts", outside.starts_on}, {"company", outside.company}, {"limit", pushes_at_once}});
}

std::int64_t OutsideStore::count_due(const Outside& outside)
{
    return tx_
        .values<std::int64_t>(count_waiting,
                              {{"starts", outside.starts_on}, {"company", outside.company}})
        .front();
}

bool OutsideStore::is_asked(const Outside& outside, EntryId entry)
{
    return tx_.values<std::int64_t>(find_asked, {{"company", outside.company}, {"entry", entry}})
               .front() > 0;
}

void OutsideStore::save(const Outside& outside, const NewPush& push)
{
    tx_.execute(write_push, {{"company", outside.company},
                             {"entry", push.entry},
                             {"state", push.state},
                             {"remote", push.remote},
                             {"words", push.words},
                             {"at", push.at}});
}

void OutsideStore::ask_again(const Outside& outside)
{
    tx_.execute(reopen_pushes, {{"company", outside.company}});
}

std::int64_t OutsideStore::count_refused(const Outside& outside)
{
    return tx_.values<std::int64_t>(count_refusals, {{"company", outside.company}}).front();
}

std::vector<PushRow> OutsideStore::refused(const Outside& outside)
{
    return tx_.rows<PushRow>(list_refused, {{"company", outside.company}, {"limit", pushes_shown}});
}

std::vector<PushRow> OutsideStore::pushes(const Outside& outside)
{
    return tx_.rows<PushRow>(list_pushes, {{"company", outside.company}, {"limit", pushes_shown}});
}

} // namespace accounting
