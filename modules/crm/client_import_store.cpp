#include "modules/crm/client_import_store.hpp"

namespace crm
{
namespace
{

constexpr db::Table<ClientImport> import_table{"crm_import"};

constexpr db::Query find_import{"crm.find_import", R"sql(
    SELECT id, author_id, name, state, delimiter, encoding, has_titles, columns, doubles, lines,
           lines_read, added, completed, ignored, refused, created_at, updated_at,
           invites, invite_day
      FROM crm_import
     WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query recent_imports{"crm.recent_imports", R"sql(
    SELECT id, author_id, name, state, delimiter, encoding, has_titles, columns, doubles, lines,
           lines_read, added, completed, ignored, refused, created_at, updated_at,
           invites, invite_day
      FROM crm_import
     WHERE workspace_id = :workspace
     ORDER BY id DESC
     LIMIT :limit
)sql"};

constexpr db::Query update_reading{"crm.update_import_reading", R"sql(
    UPDATE crm_import
       SET delimiter = :delimiter, encoding = :encoding, has_titles = :has_titles,
           columns = :columns, doubles = :doubles, lines = :lines, updated_at = :updated_at,
           invites = :invites, invite_day = :invite_day
     WHERE workspace_id = :workspace AND id = :id AND state = 'draft'
)sql"};

constexpr db::Query launch_import{"crm.launch_import", R"sql(
    UPDATE crm_import
       SET state = 'running', updated_at = :at
     WHERE workspace_id = :workspace AND id = :id AND state = 'draft'
)sql"};

constexpr db::Query hold_import{"crm.hold_import", R"sql(
    UPDATE crm_import
       SET lines_read = lines_read
     WHERE workspace_id = :workspace AND id = :id AND state = 'running'
       AND lines_read = :lines_read
)sql"};

constexpr db::Query update_progress{"crm.update_import_progress", R"sql(
    UPDATE crm_import
       SET state = :state, lines_read = :lines_read, added = :added, completed = :completed,
           ignored = :ignored, refused = :refused, updated_at = :updated_at
     WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query delete_problems{"crm.delete_import_problems", R"sql(
    DELETE FROM crm_import_problem WHERE workspace_id = :workspace AND import_id = :id
)sql"};

constexpr db::Query delete_import{"crm.delete_import", R"sql(
    DELETE FROM crm_import WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query list_problems{"crm.list_import_problems", R"sql(
    SELECT line, field, reason, params
      FROM crm_import_problem
     WHERE workspace_id = :workspace AND import_id = :import AND line > :after
     ORDER BY line, field
     LIMIT :limit
)sql"};

/// One statement for the three: on PostgreSQL each is a way to the server and back.
constexpr db::Query find_alike{"crm.find_alike_client", R"sql(
    SELECT id
      FROM (SELECT id, 1 AS place
              FROM crm_client
             WHERE workspace_id = :workspace AND email = :email AND email <> ''
               AND status <> 'archived'
             UNION ALL
            SELECT id, 2 AS place
              FROM crm_client
             WHERE workspace_id = :workspace AND phone = :phone AND phone <> ''
               AND status <> 'archived'
             UNION ALL
            SELECT id, 3 AS place
              FROM crm_client
             WHERE workspace_id = :workspace AND search_key = :key
               AND billing_postal_code = :postal_code AND status <> 'archived'
               AND (CAST(:email AS TEXT) = '' OR email = '')) AS found
     ORDER BY place, id
     LIMIT 1
)sql"};

} // namespace

ProblemRow row_of(ImportId import, const LineProblem& problem)
{
    return {.import_id = import,
            .line = problem.line,
            .field = problem.field,
            .reason = problem.reason,
            .params = problem.params};
}

void ClientImportStore::insert(const ClientImport& import)
{
    tx_.insert(import_table, import);
}

std::optional<ClientImport> ClientImportStore::find(ImportId id)
{
    return tx_.find<ClientImport>(find_import, {{"id", id}});
}

std::vector<ClientImport> ClientImportStore::recent(int limit)
{
    return tx_.rows<ClientImport>(recent_imports, {{"limit", limit}});
}

bool ClientImportStore::save_reading(const ClientImport& import)
{
    return tx_.execute(update_reading, {{"id", import.id},
                                        {"delimiter", import.delimiter},
                                        {"encoding", import.encoding},
                                        {"has_titles", import.has_titles},
                                        {"columns", import.columns},
                                        {"doubles", import.doubles},
                                        {"lines", import.lines},
                                        {"invites", import.invites},
                                        {"invite_day", import.invite_day},
                                        {"updated_at", import.updated_at}}) == 1;
}

bool ClientImportStore::launch(ImportId id, base::Instant at)
{
    return tx_.execute(launch_import, {{"id", id}, {"at", at}}) == 1;
}

bool ClientImportStore::hold(ImportId id, std::int64_t lines_read)
{
    return tx_.execute(hold_import, {{"id", id}, {"lines_read", lines_read}}) == 1;
}

void ClientImportStore::save_progress(const ClientImport& import)
{
    tx_.execute(update_progress, {{"id", import.id},
                                  {"state", import.state},
                                  {"lines_read", import.lines_read},
                                  {"added", import.added},
                                  {"completed", import.completed},
                                  {"ignored", import.ignored},
                                  {"refused", import.refused},
                                  {"updated_at", import.updated_at}});
}

void ClientImportStore::remove(ImportId id)
{
    tx_.execute(delete_problems, {{"id", id}});
    tx_.execute(delete_import, {{"id", id}});
}

std::vector<LineProblem> ClientImportStore::problems(ImportId import, std::int64_t after_line,
                                                     int limit)
{
    return tx_.rows<LineProblem>(list_problems,
                                 {{"import", import}, {"after", after_line}, {"limit", limit}});
}

std::optional<tenancy::ClientId> ClientImportStore::alike(const Client& client)
{
    return tx_.value<tenancy::ClientId>(find_alike, {{"email", client.email},
                                                     {"phone", client.phone},
                                                     {"key", client.search_key},
                                                     {"postal_code", client.billing_postal_code}});
}

} // namespace crm
