#include "modules/einvoicing/transmission.hpp"

#include <tuple>

namespace einvoicing
{

std::string tracking_of(const Transmission& transmission)
{
    return transmission.number + "." + std::to_string(transmission.round);
}

bool may_leave_again(const Transmission& transmission, PlatformMode mode)
{
    if (transmission.state == TransmissionState::refused) return true;
    return transmission.state == TransmissionState::sent &&
           transmission.mode == PlatformMode::trial && mode == PlatformMode::live;
}

Transmission left_again(Transmission transmission, PlatformMode mode)
{
    const bool is_known = !transmission.flow.empty() || transmission.mode != mode;
    if (is_known) ++transmission.round;
    transmission.mode = mode;
    transmission.state = TransmissionState::waiting;
    transmission.flow.clear();
    transmission.trouble.clear();
    transmission.told.clear();
    transmission.held_until.reset();
    return transmission;
}

bool is_told(const Status& status)
{
    return !status.flow.empty();
}

bool turns_down(const std::string& code)
{
    return code == "210" || code == "213" || code == "501";
}

const Status* last_told(const std::vector<Status>& history, std::int64_t round)
{
    const auto rank = [](const Status& status) {
        return std::tuple{status.happened_at, status.recorded_at, status.id};
    };
    const Status* last = nullptr;
    for (const auto& status : history)
        if (is_told(status) && status.round == round &&
            (last == nullptr || rank(*last) < rank(status)))
            last = &status;
    return last;
}

} // namespace einvoicing
