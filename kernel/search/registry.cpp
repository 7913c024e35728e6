#include "kernel/base/text.hpp"
#include "kernel/search/search.hpp"

#include <algorithm>

namespace search
{

void Registry::add(Kind kind)
{
    kinds_.push_back(std::move(kind));
    std::ranges::stable_sort(kinds_, {}, &Kind::order);
}

void Registry::add(Source source)
{
    sources_.push_back(std::move(source));
}

void Registry::add(Creation creation)
{
    creations_.push_back(std::move(creation));
    std::ranges::stable_sort(creations_, {}, &Creation::order);
}

const Source* Registry::source(std::string_view name) const
{
    const auto found = std::ranges::find(sources_, name, &Source::name);
    return found == sources_.end() ? nullptr : &*found;
}

Registry& registry()
{
    static Registry the_registry;
    return the_registry;
}

std::string keyed_hash(const secrets::Vault& vault, std::string_view normalised)
{
    return base::base64url(vault.keyed_hash("search.exact", normalised));
}

} // namespace search
