#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/crm/import_guest.hpp"

#include <string>
#include <vector>

namespace crm
{

/// What says that a line of a file is a client who is there already.
struct AlikeRow {
    tenancy::ClientId id;
    std::string name;
    std::string email;
    std::string phone;
    std::string search_key;
    std::string billing_postal_code;
};
BOOST_DESCRIBE_STRUCT(AlikeRow, (), (id, name, email, phone, search_key, billing_postal_code))

/// Many rows in one statement: on PostgreSQL each statement is a way to the server and back.
class ClientBatchStore
{
  public:
    explicit ClientBatchStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    void insert(const std::vector<Client>& clients);
    void insert(const std::vector<Guest>& guests);
    void insert(ImportId import, const std::vector<LineProblem>& problems);
    /// The clients that share an address or a telephone with one of these, or a name and a postal
    /// code with some; by id, not archived. KnownClients says which is which. `lines`: how many the
    /// import has read, for a plan that suits what they have become.
    std::vector<AlikeRow> alike(const std::vector<const Client*>& clients, std::int64_t lines);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace crm
