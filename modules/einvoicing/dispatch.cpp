#include "modules/einvoicing/dispatch.hpp"

namespace einvoicing
{

std::string tracking_of(const Dispatch& dispatch)
{
    return dispatch.reference + "." + std::to_string(dispatch.round);
}

bool may_leave_again(const Dispatch& dispatch, PlatformMode mode)
{
    if (dispatch.state == TransmissionState::refused) return true;
    return dispatch.state == TransmissionState::sent && dispatch.mode == PlatformMode::trial &&
           mode == PlatformMode::live;
}

Dispatch left_again(Dispatch dispatch, PlatformMode mode)
{
    if (!dispatch.flow.empty() || dispatch.mode != mode) ++dispatch.round;
    dispatch.mode = mode;
    dispatch.state = TransmissionState::waiting;
    dispatch.flow.clear();
    dispatch.trouble.clear();
    dispatch.held_until.reset();
    dispatch.sent_at.reset();
    return dispatch;
}

} // namespace einvoicing
