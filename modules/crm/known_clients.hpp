#pragma once

#include "modules/crm/client_batch_store.hpp"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace crm
{

/// Whether a client of a file is there already: the same address, else the same telephone, else the
/// same name at the same postal code when one of the two has no address. Pure.
class KnownClients
{
  public:
    /// Those with the smallest id come first.
    void learn(const AlikeRow& row);
    void learn(const Client& client);

    struct Known {
        tenancy::ClientId id;
        std::string name;
    };
    std::optional<Known> find(const Client& client) const;

  private:
    struct Namesake {
        Known known;
        bool has_email = false;
    };
    std::map<std::string, Known, std::less<>> by_email_;
    std::map<std::string, Known, std::less<>> by_phone_;
    std::map<std::pair<std::string, std::string>, std::vector<Namesake>> by_place_;
};

} // namespace crm
