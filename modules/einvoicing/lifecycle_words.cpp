#include "modules/einvoicing/lifecycle_words.hpp"

#include "kernel/base/text.hpp"
#include "kernel/forms/field_types.hpp"
#include "kernel/i18n/translate.hpp"

namespace einvoicing
{

using i18n::t;

namespace
{

const char* tone_of(const std::string& code)
{
    if (turns_down(code)) return "red";
    if (code == "206" || code == "207" || code == "208") return "amber";
    if (code == "205" || code == "209" || code == "211" || code == "212") return "green";
    return "blue";
}

} // namespace

std::string lifecycle_words(const std::string& code)
{
    const auto key = "einvoicing.lifecycle." + code;
    return i18n::has(key) ? t(key) : t("einvoicing.lifecycle.unknown", {{"code", code}});
}

std::string why_words(const Status& status)
{
    const auto key = "einvoicing.reason." + base::lower_ascii(status.reason);
    const bool is_known = !status.reason.empty() && i18n::has(key);
    const auto reason = is_known ? status.reason + " · " + t(key) : status.reason;
    if (reason.empty() || status.words.empty()) return reason + status.words;
    return t("einvoicing.lifecycle.why", {{"reason", reason}, {"words", status.words}});
}

Standing standing_of(const Transmission& transmission)
{
    const auto& code = transmission.told;
    if (!code.empty()) return {.words = lifecycle_words(code), .tone = tone_of(code)};
    const auto words =
        t("einvoicing.transmission." + std::string{forms::enum_name(transmission.state)});
    if (transmission.state == TransmissionState::refused) return {.words = words, .tone = "red"};
    const bool is_waiting = transmission.state == TransmissionState::waiting;
    return {.words = words, .tone = is_waiting ? "amber" : "blue"};
}

} // namespace einvoicing
