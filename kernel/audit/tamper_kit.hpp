#pragma once

#include "kernel/audit/audit.hpp"
#include "kernel/audit/sealer.hpp"
#include "kernel/audit/verify.hpp"
#include "kernel/base/text.hpp"
#include "tests/support/database.hpp"

#include <algorithm>
#include <string>
#include <vector>

/// For the tests of this folder: logs that are sealed, signed and copied, to be tampered with.
namespace audit::tamper_kit
{

inline const tenancy::Workspace vigie{.id = {7}, .slug = "vigie", .name = "Vigie"};
inline const tenancy::Workspace other{.id = {8}, .slug = "autre", .name = "Autre"};

class Logs
{
  public:
    explicit Logs(db::Engine engine) : fresh_(test_support::fresh_database(engine)) {}

    db::Database& database() { return fresh_->database(); }
    Chain chain(const tenancy::Workspace& workspace = vigie)
    {
        return Chain::of_workspace(database(), workspace);
    }
    Chain platform_chain() { return Chain::of_platform(database()); }
    const secrets::SigningKey& key() const { return key_; }
    const HeadFile& file() const { return file_; }
    const std::filesystem::path& folder() const { return folder_.path(); }

    void write(int entries, const tenancy::Workspace& workspace = vigie)
    {
        tenancy::Context context{database(), workspace, actor_, origin_};
        for (int i = 0; i < entries; ++i)
            context.write([&](tenancy::WorkspaceTransaction& tx) {
                append(tx, {.action = "test.renamed",
                            .subject_kind = "ticket",
                            .subject = 40 + i,
                            .changes = {{"title", "Camera", "Camera " + std::to_string(i)}}});
            });
    }
    void sign_in(int entries)
    {
        tenancy::Platform platform{database(), origin_};
        for (int i = 0; i < entries; ++i)
            platform.write([&](tenancy::PlatformTransaction& tx) {
                append(tx, {3},
                       {.action = "test.signed_in", .subject_kind = "person", .subject = 3});
            });
    }
    /// As its owner: past every rule of the program, keys included.
    void tamper(const std::string& sql)
    {
        const bool is_sqlite = database().engine() == db::Engine::Sqlite;
        test_support::run_as_owner(
            *fresh_, (is_sqlite ? "" : "SET session_replication_role = replica;\n") + sql);
    }
    /// Over both workspaces and the platform.
    std::vector<Finding> findings()
    {
        std::vector<Finding> all;
        for (const auto& chain : {chain(), this->chain(other), platform_chain()})
            for (const auto& finding : verify(chain, key_, file_).findings)
                all.push_back(finding);
        return all;
    }
    bool finds(Wrong what)
    {
        const auto all = findings();
        return std::any_of(all.begin(), all.end(),
                           [&](const Finding& finding) { return finding.what == what; });
    }
    /// Three batches of five in each log, signed after the second and after the third.
    void fill()
    {
        for (int round = 1; round <= 3; ++round) {
            write(5);
            write(5, other);
            sign_in(5);
            for (const auto& chain : {chain(), this->chain(other), platform_chain()}) {
                seal(chain, Reach::Recent);
                if (round > 1) sign_head(chain, key_, file_);
            }
        }
    }

  private:
    std::unique_ptr<test_support::FreshDatabase> fresh_;
    test_support::TemporaryFolder folder_;
    HeadFile file_{folder_.path() / "seals"};
    secrets::SigningKey key_{secrets::Key{std::string(32, 'k')}};
    tenancy::Actor actor_{.person = {3}, .membership = {5}, .name = "Yann Tanguy"};
    tenancy::Origin origin_{.address = "203.0.113.7", .request_id = "r1", .user_agent = ""};
};

} // namespace audit::tamper_kit
