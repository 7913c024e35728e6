#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/crm/client.hpp"
#include "modules/crm/tag.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace crm
{

inline constexpr int client_page_rows = 50;

/// One line of the client list.
struct ClientRow {
    tenancy::ClientId id;
    std::string name;
    std::string search_key;
    ClientKind kind = ClientKind::company;
    std::string type;
    ClientStatus status = ClientStatus::active;
    std::string billing_city;
    std::int64_t contact_count = 0;
};
BOOST_DESCRIBE_STRUCT(ClientRow, (),
                      (id, name, search_key, kind, type, status, billing_city, contact_count))

/// How the list is ordered: by name either way, by the day they were added either way.
enum class ClientOrder { name, name_down, newest, oldest };
BOOST_DESCRIBE_ENUM(ClientOrder, name, name_down, newest, oldest)

/// A page of the list: a word of the name begins with `prefix` (folded), or an address of the
/// client or a contact with `email`, or a telephone with `digits`; after (search_key, id) of the
/// last row seen, in the order that is asked. Archived clients only when asked.
struct ClientSearch {
    std::string prefix;
    bool with_archived = false;
    std::string after_key;
    tenancy::ClientId after_id;
    int limit = client_page_rows;
    std::string type{};                   ///< empty = all
    std::optional<ClientStatus> status{}; ///< archived ones too when that is asked
    TagId tag{};                          ///< zero = all
    base::Instant added_since{};
    std::string email{};  ///< lower-cased; empty = addresses are not looked at
    std::string digits{}; ///< as telephones are kept; empty = they are not looked at
    ClientOrder order = ClientOrder::name;
    base::Instant idle_since{}; ///< looked at, and nothing since then; zero = all
};

/// Every statement on crm_client and crm_contact.
class ClientStore
{
  public:
    explicit ClientStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    void insert(const Client& client);
    void insert(const Contact& contact);
    /// False when somebody saved another version meanwhile.
    bool update(const Client& client, std::int64_t seen_version);

    std::optional<Client> find(tenancy::ClientId id);
    /// By the exact address, of the client or of one of its contacts; lower-cased ASCII.
    std::optional<tenancy::ClientId> find_by_email(std::string_view email);
    std::vector<ClientRow> list(const ClientSearch& search);
    /// The same clients, as whole records, always by name.
    std::vector<Client> whole(const ClientSearch& search);
    std::vector<Contact> contacts(tenancy::ClientId id);
    bool has_contact(tenancy::MembershipId membership);
    bool link_contact(tenancy::ClientId client, std::string_view email,
                      tenancy::MembershipId membership);

    void link_contact(ContactId contact, tenancy::MembershipId membership);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace crm
