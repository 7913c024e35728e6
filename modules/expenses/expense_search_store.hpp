#pragma once

#include "kernel/tenancy/context.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace expenses
{

struct ExpenseHit {
    std::int64_t id = 0;
    std::string number;
    std::string description;
    base::Date spent_on;
};
BOOST_DESCRIBE_STRUCT(ExpenseHit, (), (id, number, description, spent_on))

class ExpenseSearchStore
{
  public:
    explicit ExpenseSearchStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    std::vector<ExpenseHit> hits(const std::vector<std::int64_t>& ids);
    std::vector<std::int64_t> ids(std::int64_t after, int limit);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace expenses
