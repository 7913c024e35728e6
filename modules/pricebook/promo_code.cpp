#include "modules/pricebook/promo_code.hpp"

#include "kernel/base/text.hpp"

namespace pricebook
{

std::string key_of_code(std::string_view typed)
{
    auto key = base::fold(typed);
    std::erase_if(key, [](char c) { return c == ' ' || c == '-' || c == '_'; });
    return key;
}

const char* refusal_on(const PromoCode& code, tenancy::ClientId client, base::Date day)
{
    if (code.client_id && *code.client_id != client) return "pricebook.refusal.code_unknown";
    if (code.stopped_at) return "pricebook.refusal.code_stopped";
    if (day < code.starts_on) return "pricebook.refusal.code_early";
    if (code.ends_on && *code.ends_on < day) return "pricebook.refusal.code_ended";
    return nullptr;
}

const char* refusal_after(const PromoCode& code, const CodeCount& count)
{
    if (code.uses_max && count.uses >= *code.uses_max) return "pricebook.refusal.code_exhausted";
    if (code.client_uses_max && count.client_uses >= *code.client_uses_max)
        return "pricebook.refusal.code_used";
    return nullptr;
}

} // namespace pricebook
