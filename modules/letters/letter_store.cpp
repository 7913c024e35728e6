#include "modules/letters/letter_store.hpp"

#include "kernel/forms/field_types.hpp"
#include "kernel/search/search.hpp"

namespace letters
{
namespace
{

constexpr db::Table<Letter> letter_table{"letters_letter"};
constexpr db::Table<Issue> issue_table{"letters_issue"};

constexpr db::Query find_letter{"letters.find", R"sql(
    SELECT id, kind, number, client_id, project_id, title, search_key, state, model_name,
           model_version, content, issued, created_by, created_at, updated_at, version
      FROM letters_letter
     WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query update_letter{"letters.update", R"sql(
    UPDATE letters_letter
       SET project_id = :project, title = :title, search_key = :search_key, state = :state,
           content = :content, issued = :issued, updated_at = :updated_at, version = version + 1
     WHERE workspace_id = :workspace AND id = :id AND version = :seen_version
)sql"};

constexpr db::Query delete_letter{"letters.remove", R"sql(
    DELETE FROM letters_letter
     WHERE workspace_id = :workspace AND id = :id AND version = :seen_version AND issued = 0
)sql"};

constexpr db::Query list_letters{"letters.list", R"sql(
    SELECT l.id, l.kind, l.number, l.title, l.state, l.issued, l.updated_at,
           c.name AS client_name
      FROM letters_letter l
      JOIN crm_published_client c ON c.workspace_id = l.workspace_id AND c.id = l.client_id
     WHERE l.workspace_id = :workspace AND l.id < :before
       AND (CAST(:state AS TEXT) = '' OR l.state = :state)
       AND (CAST(:kind AS TEXT) = '' OR l.kind = :kind)
       AND (CAST(:client AS BIGINT) = 0 OR l.client_id = :client)
       AND (CAST(:word AS TEXT) = ''
            OR replace(' ' || l.search_key, ' ' || CAST(:word AS TEXT), '') <> ' ' || l.search_key
            OR replace(' ' || c.search_key, ' ' || CAST(:word AS TEXT), '') <> ' ' || c.search_key)
     ORDER BY l.id DESC
     LIMIT :limit
)sql"};

constexpr db::Query count_states{"letters.count_by_state", R"sql(
    SELECT state, count(*) AS count
      FROM letters_letter
     WHERE workspace_id = :workspace
     GROUP BY state
     ORDER BY state
)sql"};

constexpr db::Query sent_to_client{"letters.sent_to_client", R"sql(
    SELECT l.id, l.kind, l.number, i.title, l.state, l.issued, i.sent_at AS updated_at,
           c.name AS client_name
      FROM letters_letter l
      JOIN letters_issue i ON i.workspace_id = l.workspace_id AND i.letter_id = l.id
                          AND i.issue = l.issued
      JOIN crm_published_client c ON c.workspace_id = l.workspace_id AND c.id = l.client_id
     WHERE l.workspace_id = :workspace AND l.client_id = :client
     ORDER BY l.id DESC LIMIT :limit
)sql"};

constexpr db::Query find_one_issue{"letters.issue", R"sql(
    SELECT letter_id, issue, title, way, to_name, to_email, words, sent_by, sent_at, paper,
           file_id, sha256, seen_at, signing_id, signed_at, forgotten_at
      FROM letters_issue
     WHERE workspace_id = :workspace AND letter_id = :letter AND issue = :issue
)sql"};

constexpr db::Query issues_of{"letters.issues", R"sql(
    SELECT letter_id, issue, title, way, to_name, to_email, words, sent_by, sent_at, paper,
           file_id, sha256, seen_at, signing_id, signed_at, forgotten_at
      FROM letters_issue
     WHERE workspace_id = :workspace AND letter_id = :letter
     ORDER BY issue DESC LIMIT :limit
)sql"};

constexpr db::Query keep_file{"letters.set_file", R"sql(
    UPDATE letters_issue SET file_id = :file, sha256 = :sha256
     WHERE workspace_id = :workspace AND letter_id = :letter AND issue = :issue
       AND file_id IS NULL
)sql"};

constexpr db::Query keep_seen{"letters.set_seen", R"sql(
    UPDATE letters_issue SET seen_at = :at
     WHERE workspace_id = :workspace AND letter_id = :letter AND issue = :issue
       AND seen_at IS NULL
)sql"};

constexpr db::Query keep_signed{"letters.set_signed", R"sql(
    UPDATE letters_issue SET signing_id = :signing, signed_at = :at
     WHERE workspace_id = :workspace AND letter_id = :letter AND issue = :issue
       AND signing_id IS NULL
)sql"};

constexpr db::Query move_all{"letters.move_to_client", R"sql(
    UPDATE letters_letter SET client_id = :into, version = version + 1
     WHERE workspace_id = :workspace AND client_id = :from
    RETURNING id
)sql"};

constexpr db::Query return_one{"letters.return_to_client", R"sql(
    UPDATE letters_letter SET client_id = :from, version = version + 1
     WHERE workspace_id = :workspace AND id = :row AND client_id = :into
)sql"};

constexpr db::Query letters_about{"letters.about_person", R"sql(
    SELECT l.id
      FROM letters_letter l
      JOIN crm_published_client c ON c.workspace_id = l.workspace_id AND c.id = l.client_id
      LEFT JOIN letters_issue i ON i.workspace_id = l.workspace_id AND i.letter_id = l.id
                               AND i.forgotten_at IS NULL
     WHERE l.workspace_id = :workspace
       AND ((i.to_email <> '' AND lower(i.to_email) = :email) OR c.name = :name)
     GROUP BY l.id
     ORDER BY l.id
)sql"};

constexpr db::Query forget_issues{"letters.forget_issues", R"sql(
    UPDATE letters_issue SET to_name = :name, to_email = '', words = '', forgotten_at = :now
     WHERE workspace_id = :workspace AND letter_id = :letter
       AND ((to_email <> '' AND lower(to_email) = :email)
            OR EXISTS (SELECT 1
                         FROM letters_letter l
                         JOIN crm_published_client c ON c.workspace_id = l.workspace_id
                                                    AND c.id = l.client_id
                        WHERE l.workspace_id = :workspace AND l.id = :letter AND c.name = :name))
)sql"};

constexpr db::Query forget_draft{"letters.forget_draft", R"sql(
    DELETE FROM letters_letter
     WHERE workspace_id = :workspace AND id = :letter AND issued = 0
)sql"};

constexpr db::Query letter_hits{"letters.hits", R"sql(
    SELECT l.id, l.kind, l.number, l.title, l.state, l.issued, l.updated_at,
           c.name AS client_name
      FROM letters_letter l
      JOIN crm_published_client c ON c.workspace_id = l.workspace_id AND c.id = l.client_id
     WHERE l.workspace_id = :workspace AND l.id IN (:a, :b, :c, :d, :e, :f, :g, :h)
)sql"};

constexpr db::Query next_letters{"letters.next_ids", R"sql(
    SELECT id FROM letters_letter WHERE workspace_id = :workspace AND id > :after
     ORDER BY id LIMIT :limit
)sql"};

constexpr int sent_rows_max = 200;
constexpr int issues_shown_max = 50;

} // namespace

std::optional<Letter> LetterStore::find(LetterId id)
{
    return tx_.find<Letter>(find_letter, {{"id", id}});
}

void LetterStore::insert(const Letter& letter)
{
    tx_.insert(letter_table, letter);
}

bool LetterStore::update(const Letter& letter)
{
    return tx_.execute(update_letter, {{"id", letter.id},
                                       {"project", letter.project_id},
                                       {"title", letter.title},
                                       {"search_key", letter.search_key},
                                       {"state", letter.state},
                                       {"content", letter.content},
                                       {"issued", letter.issued},
                                       {"updated_at", letter.updated_at},
                                       {"seen_version", letter.version}}) == 1;
}

bool LetterStore::remove(LetterId id, std::int64_t seen_version)
{
    return tx_.execute(delete_letter, {{"id", id}, {"seen_version", seen_version}}) == 1;
}

std::vector<LetterRow> LetterStore::list(const LetterSearch& search)
{
    const auto code = [](const auto& value) {
        return value ? std::string{forms::enum_name(*value)} : std::string{};
    };
    return tx_.rows<LetterRow>(list_letters, {{"before", search.before},
                                              {"state", code(search.state)},
                                              {"kind", code(search.kind)},
                                              {"client", search.client},
                                              {"word", search.word},
                                              {"limit", search.limit}});
}

std::vector<LetterStateCount> LetterStore::counts()
{
    return tx_.rows<LetterStateCount>(count_states);
}

std::vector<LetterRow> LetterStore::sent_to(tenancy::ClientId client)
{
    return tx_.rows<LetterRow>(sent_to_client, {{"client", client}, {"limit", sent_rows_max}});
}

void LetterStore::insert(const Issue& issue)
{
    tx_.insert(issue_table, issue);
}

std::optional<Issue> LetterStore::find_issue(LetterId id, std::int64_t issue)
{
    return tx_.find<Issue>(find_one_issue, {{"letter", id}, {"issue", issue}});
}

std::vector<Issue> LetterStore::issues(LetterId id)
{
    return tx_.rows<Issue>(issues_of, {{"letter", id}, {"limit", issues_shown_max}});
}

bool LetterStore::set_file(const Issue& issue, std::int64_t file, std::string_view sha256)
{
    return tx_.execute(keep_file, {{"letter", issue.letter_id},
                                   {"issue", issue.issue},
                                   {"file", file},
                                   {"sha256", sha256}}) == 1;
}

bool LetterStore::set_seen(const Issue& issue, base::Instant at)
{
    return tx_.execute(keep_seen,
                       {{"letter", issue.letter_id}, {"issue", issue.issue}, {"at", at}}) == 1;
}

bool LetterStore::set_signed(const Issue& issue, std::int64_t signing, base::Instant at)
{
    return tx_.execute(keep_signed, {{"letter", issue.letter_id},
                                     {"issue", issue.issue},
                                     {"signing", signing},
                                     {"at", at}}) == 1;
}

std::vector<LetterRow> LetterStore::hits(const std::vector<std::int64_t>& ids)
{
    return tx_.rows<LetterRow>(letter_hits, search::id_binds(ids));
}

std::vector<std::int64_t> LetterStore::ids(std::int64_t after, int limit)
{
    return tx_.values<std::int64_t>(next_letters, {{"after", after}, {"limit", limit}});
}

std::vector<std::int64_t> LetterStore::move_client(tenancy::ClientId from, tenancy::ClientId into)
{
    return tx_.values<std::int64_t>(move_all, {{"from", from}, {"into", into}});
}

void LetterStore::return_client(std::int64_t row, tenancy::ClientId from, tenancy::ClientId into)
{
    tx_.execute(return_one, {{"row", row}, {"from", from}, {"into", into}});
}

std::vector<LetterId> LetterStore::about(std::string_view email, std::string_view name)
{
    return tx_.values<LetterId>(letters_about, {{"email", email}, {"name", name}});
}

void LetterStore::forget(LetterId id, std::string_view email, std::string_view name)
{
    tx_.execute(forget_issues,
                {{"letter", id}, {"email", email}, {"name", name}, {"now", base::now()}});
    tx_.execute(forget_draft, {{"letter", id}});
}

} // namespace letters
