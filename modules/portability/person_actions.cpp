#include "kernel/auth/transfers.hpp"
#include "kernel/base/embedded.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/db/workspace_rows.hpp"
#include "kernel/files/installation.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/portability/file_parts_store.hpp"
#include "modules/portability/package_store.hpp"
#include "modules/portability/person_views.hpp"
#include "modules/portability/places.hpp"
#include "modules/portability/row_store.hpp"
#include "modules/portability/workshop_actions.hpp"
#include "modules/portability/zip_store.hpp"

#include <algorithm>
#include <optional>

namespace portability
{
namespace
{

namespace fs = std::filesystem;
using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr std::int64_t rows_at_once = 500;

fs::path place_of(const tenancy::Workspace& workspace, const std::string& label)
{
    return workshop().folder / ("w" + workspace.id.text()) / (label + ".zip");
}

/// A microsecond count of this century.
constexpr std::int64_t moment_min = 1'000'000'000'000'000;

std::string label_of(const db::Column& column)
{
    const auto key = "portability.person.column." + column.name;
    return i18n::has(key) ? t(key) : std::string{};
}

std::string words_of(const db::Column& column, const db::Value& cell, const std::string& zone)
{
    if (const auto* words = std::get_if<std::string>(&cell)) {
        const auto key = "portability.person.value." + column.name + "_" + *words;
        return i18n::has(key) ? t(key) : *words;
    }
    const auto* number = std::get_if<std::int64_t>(&cell);
    const bool is_moment =
        number != nullptr && column.name.ends_with("_at") && *number > moment_min;
    return is_moment ? i18n::date_and_time(base::Instant{*number}, zone) : std::string{};
}

/// What of a row a person reads: the texts that have a name in words, and moments in the time of
/// the business. The codes of the machine are in the files beside.
std::vector<PersonFact> facts_of(const db::TableLayout& table, const db::Cells& row,
                                 const std::string& zone)
{
    std::vector<PersonFact> facts;
    for (std::size_t at = 0; at < table.columns.size(); ++at) {
        auto label = label_of(table.columns[at]);
        auto words = words_of(table.columns[at], row[at], zone);
        if (!label.empty() && !words.empty())
            facts.push_back({.label = std::move(label), .words = std::move(words)});
    }
    return facts;
}

/// Whether a row says anything of the person.
class Recognition
{
  public:
    explicit Recognition(const PersonTraces& traces)
        : ids_(traces.ids), email_(base::lower_ascii(traces.email))
    {
    }
    bool knows(const db::Cells& row) const
    {
        return std::ranges::any_of(row, [&](const db::Value& cell) { return knows(cell); });
    }

  private:
    bool knows(const db::Value& cell) const
    {
        if (const auto* number = std::get_if<std::int64_t>(&cell))
            return std::ranges::find(ids_, *number) != ids_.end();
        const auto* words = std::get_if<std::string>(&cell);
        return words != nullptr && !email_.empty() && base::lower_ascii(*words) == email_;
    }

    const std::vector<std::int64_t>& ids_;
    const std::string email_;
};

class PersonExport
{
  public:
    PersonExport(const tenancy::Context& context, const PersonTraces& traces,
                 const fs::path& folder)
        : context_(context), traces_(traces), recognition_(traces), writer_(folder),
          page_(writer_, "LISEZMOI.html"),
          tables_(db::workspace_layouts(workshop().database, base::embedded_migrations()))
    {
    }

    PersonPackage run()
    {
        page_.write(person_page_head(
            t("portability.person.title", {{"name", traces_.name}}),
            t("portability.person.words", {{"business", context_.workspace().name}})));
        context_.read([&](WorkspaceTransaction& tx) {
            for (const auto& [kind, table] : tables_)
                if (find_left_out(table.name) == nullptr) add_table(tx, table);
        });
        add_files();
        if (unread_ > 0)
            page_.write(person_page_note(
                t("portability.person.more", {{"count", std::to_string(unread_)}})));
        page_.write(person_page_end());
        page_.close();
        writer_.finish({{"format", package_format}, {"person", traces_.name}});
        return done_;
    }

  private:
    void add_table(WorkspaceTransaction& tx, const db::TableLayout& table)
    {
        std::optional<PackageWriter::Part> part;
        db::Cells last;
        for (;;) {
            auto rows = db::rows_after(tx, table, last, rows_at_once);
            for (auto& row : rows) {
                last = row;
                if (!recognition_.knows(row)) continue;
                withhold(table, row);
                add_row(table, row, part);
            }
            if (static_cast<std::int64_t>(rows.size()) < rows_at_once || table.key.empty()) break;
        }
        if (part) part->close();
    }

    void add_row(const db::TableLayout& table, const db::Cells& row,
                 std::optional<PackageWriter::Part>& part)
    {
        const auto key = "portability.person.table." + table.name;
        const bool is_read = i18n::has(key);
        if (!part) {
            part.emplace(writer_, "tables/" + table.name + ".jsonl");
            if (is_read) page_.write(person_page_section(t(key)));
        }
        part->write(json_line(table, row));
        if (is_read)
            page_.write(person_page_row(facts_of(table, row, context_.workspace().time_zone)));
        else
            ++unread_;
        ++done_.rows;
    }

    /// Those he sent: their rows name him.
    void add_files()
    {
        for (const auto& [kind, table] : tables_) {
            const auto lines = writer_.path_of("tables/" + table.name + ".jsonl");
            if (table.name != "files_file" || !fs::exists(lines)) continue;
            each_file_part(table, lines, [&](const FilePart& part) {
                try {
                    const auto copy = files::storage().fetch(
                        {.workspace = context_.workspace().id, .sha256 = part.sha256});
                    writer_.add_file(part.path, *copy);
                    ++done_.files;
                } catch (const base::NotFound&) {
                    page_.write(person_page_section(
                        t("portability.person.no_bytes", {{"file", part.path}})));
                }
            });
        }
    }

    const tenancy::Context& context_;
    const PersonTraces& traces_;
    Recognition recognition_;
    PackageWriter writer_;
    PackageWriter::Part page_;
    std::vector<db::WorkspaceTable> tables_;
    PersonPackage done_;
    std::int64_t unread_ = 0; ///< rows that are in the files only
};

} // namespace

PersonPackage make_person_package(const tenancy::Context& context, const PersonTraces& traces,
                                  const std::string& label)
{
    const auto zip = place_of(context.workspace(), label);
    auto folder = zip;
    folder.replace_extension();
    fs::remove_all(folder);
    auto done = PersonExport{context, traces, folder}.run();
    done.bytes = pack(folder, zip);
    fs::remove_all(folder);
    fs::permissions(zip, fs::perms::owner_read | fs::perms::owner_write);
    return done;
}

fs::path person_package(const tenancy::Workspace& workspace, const std::string& label)
{
    const auto zip = place_of(workspace, label);
    if (!fs::exists(zip)) throw base::NotFound{};
    return zip;
}

void remove_person_package(const tenancy::Workspace& workspace, const std::string& label)
{
    fs::remove(place_of(workspace, label));
}

} // namespace portability
