#include "kernel/auth/transfers.hpp"
#include "kernel/base/embedded.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/db/migration_plan.hpp"
#include "kernel/db/snapshot.hpp"
#include "kernel/files/installation.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/portability/file_parts_store.hpp"
#include "modules/portability/package_store.hpp"
#include "modules/portability/places.hpp"
#include "modules/portability/portability.hpp"
#include "modules/portability/row_store.hpp"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include <optional>

namespace portability
{
namespace
{

namespace json = boost::json;
using tenancy::WorkspaceTransaction;

constexpr const char* program_version = "0.1.0";
constexpr std::int64_t rows_at_once = 200;

/// The two files of one table.
class TableParts
{
  public:
    TableParts(PackageWriter& writer, const db::TableLayout& table)
        : table_(table), lines_(writer, "tables/" + table.name + ".jsonl"),
          cells_(writer, "tables/" + table.name + ".csv")
    {
        cells_.write(csv_titles(table));
    }
    void write(const db::Cells& row)
    {
        lines_.write(json_line(table_, row));
        cells_.write(csv_row(row));
        ++rows_;
    }
    std::int64_t close()
    {
        lines_.close();
        cells_.close();
        return rows_;
    }

  private:
    const db::TableLayout& table_;
    PackageWriter::Part lines_;
    PackageWriter::Part cells_;
    std::int64_t rows_ = 0;
};

class Export
{
  public:
    Export(const tenancy::Context& context, const db::DatabaseOptions& options,
           const std::filesystem::path& folder)
        : context_(context), writer_(folder),
          tables_(db::workspace_layouts(options, base::embedded_migrations())),
          migrations_(db::open_snapshot(options)->migrations())
    {
    }

    Exported run()
    {
        context_.read([&](WorkspaceTransaction& tx) {
            add_platform(tx);
            for (const auto& table : tables_)
                if (find_left_out(table.layout.name) == nullptr) add_table(tx, table.layout);
        });
        add_files();
        writer_.add("schema.json", json::serialize(schema_) + "\n");
        writer_.add("LISEZMOI.txt", readme());
        done_.bytes = writer_.bytes();
        done_.digest = writer_.finish(manifest());
        return done_;
    }

  private:
    void note(const db::TableLayout& table, std::int64_t rows)
    {
        schema_.push_back(describe(table));
        counts_[table.name] = rows;
        done_.rows += rows;
        ++done_.tables;
    }

    void add_table(WorkspaceTransaction& tx, const db::TableLayout& table)
    {
        TableParts parts{writer_, table};
        db::Cells last;
        for (;;) {
            auto rows = db::rows_after(tx, table, last, rows_at_once);
            for (auto& row : rows) {
                last = row;
                withhold(table, row);
                parts.write(row);
            }
            if (static_cast<std::int64_t>(rows.size()) < rows_at_once || table.key.empty()) break;
        }
        note(table, parts.close());
    }

    template <class T, class Next>
    void add_structs(const std::string& name, Next next)
    {
        const auto table = layout_of_struct<T>(name);
        TableParts parts{writer_, table};
        const T* none = nullptr;
        for (std::vector<T> rows = next(none); !rows.empty(); rows = next(&rows.back()))
            for (const auto& row : rows)
                parts.write(cells_of(row));
        note(table, parts.close());
    }

    /// Who and what is in platform tables.
    void add_platform(WorkspaceTransaction& tx)
    {
        workspace_ = auth::carried_workspace(tx);
        add_structs<auth::CarriedWorkspace>("workspace", [&](const auto* last) {
            using Rows = std::vector<auth::CarriedWorkspace>;
            return last == nullptr ? Rows{*workspace_} : Rows{};
        });
        add_structs<auth::CarriedPerson>("person", [&](const auto* last) {
            return auth::carried_people(tx, last == nullptr ? tenancy::PersonId{} : last->id,
                                        rows_at_once);
        });
        std::int64_t read = 0;
        add_structs<auth::CarriedConsent>("consent", [&](const auto*) {
            auto rows = auth::carried_consents(tx, read, rows_at_once);
            read += static_cast<std::int64_t>(rows.size());
            return rows;
        });
    }

    /// After the tables, from what was written of them: files are never changed.
    void add_files()
    {
        for (const auto& table : tables_)
            each_file_part(table.layout, writer_.path_of("tables/" + table.layout.name + ".jsonl"),
                           [&](const FilePart& part) { add_file(part); });
    }

    void add_file(const FilePart& part)
    {
        try {
            const auto copy = files::storage().fetch(
                {.workspace = context_.workspace().id, .sha256 = part.sha256});
            writer_.add_file(part.path, *copy);
            ++done_.files;
        } catch (const base::NotFound&) {
            missing_.emplace_back(part.path);
            ++done_.missing;
        }
    }

    std::string readme() const
    {
        return i18n::t("portability.readme",
                       {{"name", workspace_->name}, {"date", base::iso(base::now())}}) +
               "\n";
    }

    json::object manifest() const
    {
        json::object out;
        for (const auto& table : left_out())
            out[table.table] = i18n::t("portability.left_out." + std::string{table.reason});
        json::array replaced;
        for (const auto& value : withheld())
            replaced.push_back(
                json::string{std::string{value.table} + "." + std::string{value.column}});
        json::array migrations;
        for (const auto& [name, checksum] : migrations_)
            migrations.emplace_back(name);
        return {{"format", package_format},
                {"program", program_version},
                {"taken_at", base::iso(base::now())},
                {"workspace",
                 {{"id", std::to_string(workspace_->id.value)},
                  {"slug", workspace_->slug},
                  {"name", workspace_->name},
                  {"preset", workspace_->preset}}},
                {"migrations", std::move(migrations)},
                {"rows", counts_},
                {"files", done_.files},
                {"missing_files", missing_},
                {"left_out", std::move(out)},
                {"withheld", std::move(replaced)}};
    }

    const tenancy::Context& context_;
    PackageWriter writer_;
    std::vector<db::WorkspaceTable> tables_;
    db::AppliedMigrations migrations_;
    std::optional<auth::CarriedWorkspace> workspace_;
    json::array schema_;
    json::object counts_;
    json::array missing_;
    Exported done_;
};

} // namespace

Exported export_workspace(const tenancy::Context& context, const db::DatabaseOptions& options,
                          const std::filesystem::path& folder)
{
    return Export{context, options, folder}.run();
}

} // namespace portability
