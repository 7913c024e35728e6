#include "modules/crm/tag.hpp"

#include "kernel/base/text.hpp"

#include <array>

namespace crm
{

TagTone tone_of_new(std::string_view search_key)
{
    constexpr std::array tones{TagTone::green, TagTone::amber,  TagTone::red,
                               TagTone::blue,  TagTone::violet, TagTone::teal};
    return tones.at(base::stable_hash(search_key) % tones.size());
}

} // namespace crm
