#include "modules/einvoicing/dispatch_store.hpp"

namespace einvoicing
{
namespace
{

constexpr int waiting_rows = 500;
constexpr int about_rows = 50;

constexpr db::Table<Dispatch> dispatch_table{"einvoicing_dispatch"};

constexpr db::Query find_one{"einvoicing.dispatch", R"sql(
    SELECT id, kind, subject_id, code, words, reference, name, syntax, rule, content, mode, state,
           round, flow, trouble, held_until, made_at, sent_at
      FROM einvoicing_dispatch WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query find_reference{"einvoicing.dispatch_referenced", R"sql(
    SELECT id, kind, subject_id, code, words, reference, name, syntax, rule, content, mode, state,
           round, flow, trouble, held_until, made_at, sent_at
      FROM einvoicing_dispatch WHERE workspace_id = :workspace AND reference = :reference
)sql"};

constexpr db::Query find_flow{"einvoicing.dispatch_of_flow", R"sql(
    SELECT id, kind, subject_id, code, words, reference, name, syntax, rule, content, mode, state,
           round, flow, trouble, held_until, made_at, sent_at
      FROM einvoicing_dispatch WHERE workspace_id = :workspace AND flow = :flow AND flow <> ''
     ORDER BY id DESC LIMIT 1
)sql"};

constexpr db::Query list_about{"einvoicing.dispatches_about", R"sql(
    SELECT id, kind, subject_id, code, words, reference, name, syntax, rule, '' AS content, mode,
           state, round, flow, trouble, held_until, made_at, sent_at
      FROM einvoicing_dispatch
     WHERE workspace_id = :workspace AND kind = :kind AND subject_id = :subject
     ORDER BY id LIMIT :limit
)sql"};

constexpr db::Query write_one{"einvoicing.save_dispatch", R"sql(
    UPDATE einvoicing_dispatch
       SET mode = :mode, state = :state, round = :round, flow = :flow, trouble = :trouble,
           held_until = :held_until, sent_at = :sent_at
     WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query list_waiting{"einvoicing.waiting_dispatches", R"sql(
    SELECT id FROM einvoicing_dispatch
     WHERE workspace_id = :workspace AND state = 'waiting'
       AND (held_until IS NULL OR held_until <= :now)
     ORDER BY id LIMIT :limit
)sql"};

} // namespace

void DispatchStore::insert(const Dispatch& dispatch)
{
    tx_.insert(dispatch_table, dispatch);
}

std::optional<Dispatch> DispatchStore::find(DispatchId id)
{
    return tx_.find<Dispatch>(find_one, {{"id", id}});
}

std::optional<Dispatch> DispatchStore::referenced(std::string_view reference)
{
    return tx_.find<Dispatch>(find_reference, {{"reference", reference}});
}

std::optional<Dispatch> DispatchStore::of_flow(std::string_view flow)
{
    return tx_.find<Dispatch>(find_flow, {{"flow", flow}});
}

std::vector<Dispatch> DispatchStore::about(DispatchKind kind, std::int64_t subject)
{
    return tx_.rows<Dispatch>(list_about,
                              {{"kind", kind}, {"subject", subject}, {"limit", about_rows}});
}

void DispatchStore::save(const Dispatch& dispatch)
{
    tx_.execute(write_one, {{"id", dispatch.id},
                            {"mode", dispatch.mode},
                            {"state", dispatch.state},
                            {"round", dispatch.round},
                            {"flow", dispatch.flow},
                            {"trouble", dispatch.trouble},
                            {"held_until", dispatch.held_until},
                            {"sent_at", dispatch.sent_at}});
}

std::vector<DispatchId> DispatchStore::waiting(base::Instant now)
{
    return tx_.values<DispatchId>(list_waiting, {{"now", now}, {"limit", waiting_rows}});
}

} // namespace einvoicing
