#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/tickets/checklist.hpp"

#include <optional>
#include <vector>

namespace tickets
{

class ChecklistStore
{
  public:
    explicit ChecklistStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    void insert(const FilledChecklist& filled);
    /// With its items.
    void remove(ChecklistId id);
    std::optional<Checklist> find(TicketId ticket, ChecklistId id);
    std::optional<ChecklistItem> find_item(TicketId ticket, ChecklistItemId id);
    /// Who did it and when, or nobody.
    void save(const ChecklistItem& item);
    /// Oldest first.
    std::vector<FilledChecklist> of_ticket(TicketId ticket);

    void insert(const ChecklistTemplate& written);
    /// False when somebody saved another version meanwhile.
    bool update(const ChecklistTemplate& written, std::int64_t seen_version);
    void remove(ChecklistTemplateId id);
    std::optional<ChecklistTemplate> find(ChecklistTemplateId id);
    /// By title, at most checklist_templates_max.
    std::vector<ChecklistTemplate> templates();

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace tickets
