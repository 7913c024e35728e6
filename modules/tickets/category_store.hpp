#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/tickets/category.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace tickets
{

class CategoryStore
{
  public:
    explicit CategoryStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    void insert(const Category& category);
    /// False when one has that name already.
    bool insert_new(const Category& category);
    /// Whether it was still at `seen_version`.
    bool update(const Category& category, std::int64_t seen_version);
    void put(CategoryId id, std::int64_t position);
    std::optional<Category> find(CategoryId id);
    std::optional<Category> named(std::string_view search_key);
    /// In order, retired ones included.
    std::vector<Category> all();

    void file(TicketId ticket, CategoryId category);
    void take_out(TicketId ticket, CategoryId category);
    /// In order.
    std::vector<Category> of_ticket(TicketId ticket);
    CategoryNames names_of(const std::vector<TicketId>& tickets);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace tickets
