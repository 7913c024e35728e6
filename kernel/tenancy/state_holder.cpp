#include "kernel/tenancy/state_holder.hpp"

#include <map>

namespace tenancy
{

namespace
{

std::map<std::string, StateHolder, std::less<>>& holders()
{
    static std::map<std::string, StateHolder, std::less<>> every;
    return every;
}

} // namespace

void hold_states_with(std::string_view noun, const StateHolder& holder)
{
    holders().insert_or_assign(std::string{noun}, holder);
}

const StateHolder* holder_of_states(std::string_view noun)
{
    const auto found = holders().find(noun);
    return found == holders().end() ? nullptr : &found->second;
}

} // namespace tenancy
