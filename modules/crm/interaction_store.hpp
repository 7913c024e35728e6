#pragma once

#include "modules/crm/crm.hpp"
#include "modules/crm/interaction.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace crm
{

/// A mail sent to an address that more clients share is noted on this many.
inline constexpr int clients_of_mail_max = 5;

/// Which part of the journal.
enum class Journal { all, exchanges, mails };

/// Every statement on crm_interaction.
class InteractionStore
{
  public:
    explicit InteractionStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    void insert(const Interaction& interaction);
    std::optional<Interaction> find(InteractionId id);
    void remove(InteractionId id);
    /// The newest first.
    std::vector<Interaction> journal(const TimelineSpan& span, Journal part);
    /// Those the address belongs to, or to one of their contacts; not archived. Lower-cased.
    std::vector<tenancy::ClientId> clients_at(std::string_view email);
    /// Mails of the platform to that address go.
    void forget_correspondent(std::string_view email);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace crm
