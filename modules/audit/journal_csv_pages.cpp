#include "modules/audit/journal_csv_pages.hpp"

#include "kernel/base/csv.hpp"
#include "kernel/base/text.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/audit/journal_reader_pages.hpp"
#include "modules/audit/journal_store.hpp"
#include "modules/audit/journal_words.hpp"

namespace audit
{
namespace
{

using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr std::int64_t lines_at_once = 1'000;

std::string two_digits(int number)
{
    return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string moment(base::Instant at, std::string_view zone)
{
    const auto wall = base::wall_time_in(at, zone);
    return wall.date.text() + " " + two_digits(wall.hour) + ":" + two_digits(wall.minute) + ":" +
           two_digits(wall.second);
}

std::string head()
{
    std::vector<std::string> cells;
    for (const char* key : {"audit.column.when", "audit.column.who", "audit.column.what",
                            "audit.column.changes", "audit.column.kind", "audit.column.subject",
                            "audit.column.address", "audit.column.action", "audit.column.line"})
        cells.push_back(t(key));
    return base::csv_line(cells);
}

std::string line_of(const Line& line, const Told& told, std::string_view zone)
{
    return base::csv_line({moment(line.at, zone), told.actor, told.what, told.changes,
                           words_of_kind(line.kind), told.subject, line.address, line.action,
                           std::to_string(line.id)});
}

/// The fields of the filter in one text, for the line the export leaves.
std::string words_of(const Filter& filter)
{
    std::vector<std::string> words;
    if (filter.actor) words.push_back("personne=" + filter.actor->text());
    if (!filter.kind.empty()) words.push_back("objet=" + filter.kind);
    if (filter.subject != 0) words.push_back("id=" + std::to_string(filter.subject));
    if (!filter.action.empty()) words.push_back("action=" + filter.action);
    if (filter.from) words.push_back("du=" + filter.from->text());
    if (filter.to) words.push_back("au=" + filter.to->text());
    return base::join(words, " ");
}

} // namespace

std::optional<JournalFile> journal_file(guard::Call& call, const Filter& filter)
{
    const auto& zone = call.context().workspace().time_zone;
    return call.context().read([&](WorkspaceTransaction& tx) -> std::optional<JournalFile> {
        JournalReader reader{call, tx};
        JournalFile file{.name = "journal-" + call.context().workspace().slug + "-" +
                                 call.context().today().text() + ".csv",
                         .bytes = std::string{base::csv_mark} + head()};
        Cursor cursor;
        for (;;) {
            const auto lines = JournalStore{tx}.lines(filter, cursor, lines_at_once);
            for (const auto& line : lines)
                file.bytes += line_of(line, reader.tell(line), zone);
            file.lines += static_cast<std::int64_t>(lines.size());
            if (file.lines > file_lines_max) return {};
            if (static_cast<std::int64_t>(lines.size()) < lines_at_once) return file;
            cursor = {.at = lines.back().at, .id = lines.back().id};
        }
    });
}

void note_export(guard::Call& call, const Filter& filter, const JournalFile& file)
{
    call.context().write([&](WorkspaceTransaction& tx) {
        append(tx, {.action = "audit.exported",
                    .subject_kind = "workspace",
                    .subject = tx.workspace().id.value,
                    .changes = {{"lines", "", std::to_string(file.lines)},
                                {"filter", "", words_of(filter)}}});
    });
}

} // namespace audit
