#pragma once

#include "app/demonstration/composer.hpp"
#include "app/demonstration/worksite.hpp"
#include "kernel/tenancy/context.hpp"
#include "modules/identity/identity.hpp"
#include "modules/projects/project.hpp"
#include "modules/tickets/tickets.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace demonstration
{

/// Those of a demonstration workspace, each at its place in the material.
struct People {
    const Material& material;
    const std::vector<tenancy::MembershipId>& members;
    const std::vector<tenancy::ClientId>& clients;
};

class Pictures;
struct ShownQuote;

/// argon2id texts by e-mail; who is not in it cannot sign in.
using PasswordHashes = std::map<std::string, std::string>;

/// Writes a demonstration workspace through the front doors of the modules, in short transactions
/// so that others can write meanwhile. What it writes is mailed to nobody.
class Writer
{
  public:
    /// The references outlive the writer.
    Writer(db::Database& database, const Material& material, const PasswordHashes& hashes);

    /// Founds the workspace, or writes `existing`, which holds nothing, again. Throws base::Refusal
    /// when a front door says no.
    tenancy::Workspace write(const std::optional<tenancy::Workspace>& existing,
                             const std::vector<ComposedTicket>& composed);

    /// The same for a business of worksites.
    tenancy::Workspace write(const std::optional<tenancy::Workspace>& existing,
                             const std::vector<Worksite>& worksites);

    /// Of a business that was just written.
    void write_quotes(const tenancy::Workspace& workspace, const std::vector<ShownQuote>& all);
    /// Of what was just written; lives as long as the writer.
    People people() const { return {material_, members_, clients_}; }

  private:
    tenancy::Workspace found();
    void write_members(tenancy::Context& context);
    void write_sites(tenancy::Context& context);
    void write_clients(tenancy::Context& context);
    void write_advice(tenancy::Context& context);
    void assign_sites(tenancy::Context& context);
    void write_portal_users(tenancy::Context& context);
    void write_tickets(tenancy::Context& context, const std::vector<ComposedTicket>& composed);
    void write_pictures(tenancy::Context& context, const std::vector<ComposedTicket>& composed,
                        const std::vector<tickets::Ticket>& written);

    void write_worksite(tenancy::Context& context, const Worksite& worksite,
                        const Pictures& pictures);
    void write_publication(tenancy::Context& context, const Worksite& worksite,
                           progress::SheetId sheet, const Publication& publication,
                           const Pictures& pictures);

    tenancy::MembershipId add_account(tenancy::WorkspaceTransaction& tx,
                                      identity::NewAccount account) const;
    tenancy::MembershipId add_portal_user(tenancy::WorkspaceTransaction& tx, std::size_t client,
                                          const Contact& contact) const;
    bool is_on_record(std::size_t client) const;

    void tell(tenancy::WorkspaceTransaction& tx, const ComposedTicket& composed,
              const tickets::Ticket& ticket) const;
    tickets::PastTicket past(const ComposedTicket& ticket) const;
    tickets::PastStep past(const ComposedTicket& ticket, const Step& step) const;
    std::vector<tenancy::MembershipId> readers(const ComposedTicket& ticket,
                                               tenancy::MembershipId requester) const;
    tenancy::MembershipId membership(const ComposedTicket& ticket, const Author& author) const;

    db::Database& database_;
    const Material& material_;
    const PasswordHashes& hashes_;
    std::vector<tenancy::MembershipId> members_;               ///< by position in the material
    std::vector<tenancy::ClientId> clients_;                   ///< zero: registers by himself
    std::vector<std::vector<tenancy::MembershipId>> contacts_; ///< by client
    std::vector<projects::ProjectId> sites_;
};

} // namespace demonstration
