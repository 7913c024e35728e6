#include "kernel/db/named_parameters.hpp"

#include "kernel/base/text.hpp"

#include <algorithm>
#include <mutex>
#include <shared_mutex>
#include <unordered_map>

namespace db
{

namespace
{

constexpr std::size_t kept_statements_max = 10'000;

bool is_name_start(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool is_name_part(char c)
{
    return is_name_start(c) || (c >= '0' && c <= '9');
}

/// Length of the quoted text, comment or cast that starts at `at`; 0 when none does.
std::size_t skipped_at(std::string_view sql, std::size_t at)
{
    const auto rest = sql.substr(at);
    const auto until = [&](std::string_view end, std::size_t from) {
        const auto found = rest.find(end, from);
        return found == rest.npos ? rest.size() : found + end.size();
    };
    if (rest.starts_with('\'')) return until("'", 1);
    if (rest.starts_with('"')) return until("\"", 1);
    if (rest.starts_with("--")) return until("\n", 2);
    if (rest.starts_with("/*")) return until("*/", 2);
    if (rest.starts_with("::")) return 2;
    return 0;
}

std::size_t number_of(std::vector<std::string>& names, std::string_view name)
{
    const auto found = std::find(names.begin(), names.end(), name);
    if (found != names.end()) return static_cast<std::size_t>(found - names.begin()) + 1;
    names.emplace_back(name);
    return names.size();
}

bool says_all_workspaces(std::string_view comment)
{
    constexpr std::string_view mark = "-- all workspaces:";
    return comment.starts_with(mark) &&
           comment.find_first_not_of(" \t\r\n", mark.size()) != comment.npos;
}

bool begins_as_data(std::string_view sql)
{
    constexpr std::string_view blank = " \t\r\n";
    for (;;) {
        sql.remove_prefix(std::min(sql.find_first_not_of(blank), sql.size()));
        if (!sql.starts_with("--") && !sql.starts_with("/*")) break;
        sql.remove_prefix(skipped_at(sql, 0));
    }
    for (const auto* word : {"SELECT", "INSERT", "UPDATE", "DELETE", "WITH"})
        if (base::starts_with_ignoring_case(sql, word)) return true;
    return false;
}

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const
    {
        return std::hash<std::string_view>{}(text);
    }
};

} // namespace

Statement parse_statement(std::string_view sql)
{
    Statement statement;
    statement.sql = sql;
    std::size_t at = 0;
    while (at < sql.size()) {
        if (const auto length = skipped_at(sql, at); length > 0) {
            const auto skipped = sql.substr(at, length);
            if (says_all_workspaces(skipped)) statement.all_workspaces = true;
            statement.numbered += skipped;
            at += length;
        } else if (sql[at] == ':' && at + 1 < sql.size() && is_name_start(sql[at + 1])) {
            std::size_t end = at + 1;
            while (end < sql.size() && is_name_part(sql[end]))
                ++end;
            const auto number = number_of(statement.names, sql.substr(at + 1, end - at - 1));
            statement.numbered += "$" + std::to_string(number);
            at = end;
        } else {
            statement.numbered += sql[at++];
        }
    }
    statement.binds_workspace = std::find(statement.names.begin(), statement.names.end(),
                                          "workspace") != statement.names.end();
    statement.is_data = begins_as_data(sql);
    return statement;
}

std::shared_ptr<const Statement> statement_of(std::string_view sql)
{
    static std::shared_mutex mutex;
    static std::unordered_map<std::string, std::shared_ptr<const Statement>, TextHash,
                              std::equal_to<>>
        kept;
    {
        const std::shared_lock lock{mutex};
        if (const auto found = kept.find(sql); found != kept.end()) return found->second;
    }
    auto parsed = std::make_shared<const Statement>(parse_statement(sql));
    const std::unique_lock lock{mutex};
    if (kept.size() >= kept_statements_max) kept.clear();
    return kept.try_emplace(std::string{sql}, std::move(parsed)).first->second;
}

void require_data_statement(const Statement& statement, const Query& query)
{
    if (!statement.is_data)
        throw std::logic_error("query " + std::string{query.name} +
                               ": only SELECT, INSERT, UPDATE, DELETE and WITH are allowed");
}

std::vector<const Value*> arrange_binds(const Statement& statement, const Query& query,
                                        const Binds& binds)
{
    const auto refuse = [&](std::string_view what, std::string_view name) {
        throw std::logic_error("query " + std::string{query.name} + ": " + std::string{what} +
                               " :" + std::string{name});
    };
    std::vector<const Value*> values(statement.names.size(), nullptr);
    auto next = statement.names.begin(); // most callers bind in the order of the statement
    for (const auto& bind : binds) {
        auto found = std::find(next, statement.names.end(), bind.name);
        if (found == statement.names.end()) {
            found = std::find(statement.names.begin(), next, bind.name);
            if (found == next) refuse("bound but not in the statement:", bind.name);
        }
        next = found + 1;
        auto& value = values[static_cast<std::size_t>(found - statement.names.begin())];
        if (value != nullptr) refuse("bound twice:", bind.name);
        if (const auto* text = std::get_if<std::string>(&bind.value))
            if (text->find('\0') != text->npos) refuse("NUL byte in", bind.name);
        value = &bind.value;
    }
    for (std::size_t n = 0; n < values.size(); ++n)
        if (values[n] == nullptr) refuse("not bound:", statement.names[n]);
    return values;
}

} // namespace db
