#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/pricebook/version.hpp"

namespace pricebook
{

class VersionStore
{
  public:
    explicit VersionStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    /// Whoever writes calls this first: until the end of his transaction the others wait, and what
    /// he reads afterwards is the last word.
    void lock();
    std::int64_t take_number();
    /// On the day it is in the workspace.
    Book book();
    void insert(const Version& version);
    /// No day makes it a draft again.
    void set_start(VersionId id, std::optional<base::Date> starts_on);
    /// One more change of its items.
    void count_change(VersionId id);
    /// Its items must be gone.
    void remove(VersionId id);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace pricebook
