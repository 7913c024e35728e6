#include "kernel/audit/audit.hpp"
#include "kernel/audit/verify.hpp"
#include "kernel/auth/anonymity.hpp"
#include "kernel/auth/transfers.hpp"
#include "kernel/base/embedded.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/db/snapshot.hpp"
#include "kernel/files/installation.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/presets/changes.hpp"
#include "kernel/search/search.hpp"
#include "modules/portability/erase_actions.hpp"
#include "modules/portability/file_parts_store.hpp"
#include "modules/portability/package_store.hpp"
#include "modules/portability/places.hpp"
#include "modules/portability/row_store.hpp"

#include <map>
#include <set>
#include <stdexcept>

namespace portability
{
namespace
{

namespace fs = std::filesystem;
using tenancy::WorkspaceTransaction;

constexpr std::size_t rows_at_once = 200;

std::string part_of(const std::string& table)
{
    return "tables/" + table + ".jsonl";
}

class Import
{
  public:
    Import(const Installation& installation, fs::path folder, const Packed& packed)
        : installation_(installation), folder_(std::move(folder)), packed_(packed),
          tables_(db::workspace_layouts(installation.options, base::embedded_migrations()))
    {
        std::erase_if(
            tables_, [](const auto& table) { return find_left_out(table.layout.name) != nullptr; });
    }

    /// Before anything is written.
    void check()
    {
        check_migrations();
        check_structs<auth::CarriedPerson>("person");
        check_structs<auth::CarriedConsent>("consent");
        check_structs<auth::CarriedWorkspace>("workspace");
        for (const auto& [kind, table] : tables_) {
            check_rows(table, [](const db::Cells&) {});
            check_files(table);
        }
        read_workspace();
    }

    Imported run()
    {
        done_.workspace = auth::workspace_of(*carried_);
        tenancy::Context context{installation_.database, done_.workspace, tenancy::Actor::system()};
        auto closed = *carried_;
        closed.status = tenancy::WorkspaceStatus::closed; // until everything is there
        context.write([&](WorkspaceTransaction& tx) { auth::receive_workspace(tx, closed); });
        try {
            fill(context);
        } catch (...) {
            take_back();
            throw;
        }
        return done_;
    }

  private:
    fs::path file_of(const std::string& table) const { return folder_ / part_of(table); }

    void check_migrations() const
    {
        const auto known = db::open_snapshot(installation_.options)->migrations();
        const auto* theirs = packed_.manifest.if_contains("migrations");
        if (theirs == nullptr || !theirs->is_array()) throw Damaged{manifest_name, "unreadable"};
        for (const auto& name : theirs->as_array())
            base::refuse_unless(name.is_string() &&
                                    known.contains(std::string_view{name.as_string()}),
                                "portability.refusal.newer");
    }

    template <class T>
    void check_structs(const std::string& name) const
    {
        check_rows(layout_of_struct<T>(name), [](const db::Cells& row) { struct_of<T>(row); });
    }

    template <class Use>
    void check_rows(const db::TableLayout& table, Use use) const
    {
        const auto part = part_of(table.name);
        const auto* counts = packed_.manifest.if_contains("rows");
        if (counts == nullptr || !counts->is_object()) throw Damaged{manifest_name, "unreadable"};
        const auto* expected = counts->as_object().if_contains(table.name);
        if (expected == nullptr) return; // a table younger than the package
        if (!fs::exists(file_of(table.name))) throw Damaged{part, "missing"};
        std::int64_t rows = 0;
        each_line(file_of(table.name), [&](const std::string& line) {
            ++rows;
            try {
                use(read_json_line(table, line));
            } catch (const std::exception&) {
                throw Damaged{part + ":" + std::to_string(rows), "unreadable"};
            }
        });
        if (!expected->is_int64() || expected->as_int64() != rows) throw Damaged{part, "changed"};
    }

    /// Bytes are kept under their own digest: those of the row.
    void check_files(const db::TableLayout& table)
    {
        if (!fs::exists(file_of(table.name))) return;
        each_file_part(table, file_of(table.name), [&](const FilePart& part) {
            if (is_missing(part)) return;
            base::Sha256 digest;
            if (!fs::exists(folder_ / part.path)) throw Damaged{part.path, "missing"};
            each_piece(folder_ / part.path, [&](std::string_view bytes) { digest.add(bytes); });
            if (digest.hex_digest() != part.sha256) throw Damaged{part.path, "changed"};
        });
    }

    bool is_missing(const FilePart& part) const
    {
        const auto* missing = packed_.manifest.if_contains("missing_files");
        if (missing == nullptr || !missing->is_array()) return false;
        for (const auto& path : missing->as_array())
            if (path.is_string() && path.as_string() == part.path) return true;
        return false;
    }

    void read_workspace()
    {
        const auto table = layout_of_struct<auth::CarriedWorkspace>("workspace");
        each_line(file_of("workspace"), [&](const std::string& line) {
            if (carried_) throw Damaged{part_of("workspace"), "changed"};
            carried_ = struct_of<auth::CarriedWorkspace>(read_json_line(table, line));
        });
        if (!carried_ || carried_->id.value <= 0) throw Damaged{part_of("workspace"), "unreadable"};
        try {
            presets::with_changes(carried_->preset, carried_->preset_changes);
        } catch (const std::out_of_range&) {
            throw base::Refusal{"portability.refusal.preset", {{"preset", carried_->preset}}};
        } catch (const std::runtime_error&) {
            throw Damaged{part_of("workspace"), "unreadable"};
        }
    }

    /// Nothing of it stays.
    void take_back()
    {
        tenancy::Platform{installation_.database}.write([&](tenancy::PlatformTransaction& tx) {
            for (const auto person : new_people_)
                if (!auth::belongs_elsewhere(tx, person, done_.workspace.id))
                    auth::forget_person(tx, person);
        });
        remove_workspace(installation_, done_.workspace);
    }

    void fill(tenancy::Context& context)
    {
        bring_people(context);
        for (const auto& [kind, table] : tables_)
            bring_files(table);
        for (const auto& [kind, table] : tables_)
            bring_rows(context, table);
        bring_consents(context);
        verify_audit();
        search::reindex(context);
        tenancy::Platform{installation_.database}.write([&](tenancy::PlatformTransaction& tx) {
            auth::set_workspace_status(tx, carried_->id, carried_->status);
            audit::append(tx, {},
                          {.action = "portability.imported",
                           .subject_kind = "workspace",
                           .subject = carried_->id.value,
                           .changes = {{"digest", "", packed_.digest}}});
        });
    }

    /// `use(tx, row)` for every row, some in each transaction.
    template <class Use>
    void in_chunks(tenancy::Context& context, const db::TableLayout& table, Use use)
    {
        if (!fs::exists(file_of(table.name))) return;
        std::vector<db::Cells> chunk;
        const auto write = [&] {
            context.write([&](WorkspaceTransaction& tx) {
                for (const auto& row : chunk)
                    use(tx, row);
            });
            chunk.clear();
        };
        each_line(file_of(table.name), [&](const std::string& line) {
            chunk.push_back(read_json_line(table, line));
            if (chunk.size() >= rows_at_once) write();
        });
        if (!chunk.empty()) write();
    }

    void bring_people(tenancy::Context& context)
    {
        in_chunks(context, layout_of_struct<auth::CarriedPerson>("person"),
                  [&](WorkspaceTransaction& tx, const db::Cells& row) {
                      const auto person = struct_of<auth::CarriedPerson>(row);
                      const auto received = auth::receive_person(tx, person);
                      people_[person.id.value] = received.id.value;
                      if (received.is_new) new_people_.insert(received.id);
                  });
        done_.people = static_cast<std::int64_t>(people_.size());
        done_.known_people = done_.people - static_cast<std::int64_t>(new_people_.size());
    }

    std::int64_t person_here(std::int64_t there) const
    {
        const auto found = people_.find(there);
        if (found == people_.end()) throw Damaged{part_of("person"), "missing"};
        return found->second;
    }

    void bring_files(const db::TableLayout& table)
    {
        if (!fs::exists(file_of(table.name))) return;
        each_file_part(table, file_of(table.name), [&](const FilePart& part) {
            if (is_missing(part)) return;
            files::storage().put({.workspace = carried_->id, .sha256 = part.sha256},
                                 folder_ / part.path);
            ++done_.files;
        });
    }

    void bring_rows(tenancy::Context& context, const db::TableLayout& table)
    {
        in_chunks(context, table, [&](WorkspaceTransaction& tx, db::Cells row) {
            if (table.name == "membership")
                for (std::size_t at = 0; at < table.columns.size(); ++at)
                    if (table.columns[at].name == "person_id")
                        row[at] = person_here(std::get<std::int64_t>(row[at]));
            db::insert_row(tx, table, row);
        });
        if (const auto* rows = packed_.manifest.at("rows").as_object().if_contains(table.name))
            done_.rows += rows->as_int64();
    }

    void bring_consents(tenancy::Context& context)
    {
        in_chunks(context, layout_of_struct<auth::CarriedConsent>("consent"),
                  [&](WorkspaceTransaction& tx, const db::Cells& row) {
                      auto consent = struct_of<auth::CarriedConsent>(row);
                      consent.person_id = {person_here(consent.person_id.value)};
                      auth::receive_consent(tx, consent);
                  });
    }

    void verify_audit() const
    {
        const auto chain = audit::Chain::of_workspace(installation_.database, done_.workspace);
        const auto verdict = audit::verify(chain, audit::head_key(installation_.vault),
                                           audit::HeadFile{installation_.seals});
        if (!verdict.is_intact()) throw Damaged{part_of("audit_entry"), "chain"};
    }

    const Installation& installation_;
    const fs::path folder_;
    const Packed& packed_;
    std::vector<db::WorkspaceTable> tables_;
    std::optional<auth::CarriedWorkspace> carried_;
    std::map<std::int64_t, std::int64_t> people_; ///< there → here
    std::set<tenancy::PersonId> new_people_;
    Imported done_;
};

} // namespace

Imported import_workspace(const Installation& installation, const fs::path& folder,
                          const std::string& digest)
{
    try {
        const auto packed = check_package(folder, digest);
        Import import{installation, folder, packed};
        import.check();
        return import.run();
    } catch (const Damaged& damaged) {
        throw base::Refusal{
            "portability.refusal.damaged",
            {{"part", damaged.part}, {"why", i18n::t("portability.damage." + damaged.why)}}};
    }
}

} // namespace portability
