#include "modules/einvoicing/reception.hpp"

namespace einvoicing
{

bool is_message(const Reception& reception)
{
    return reception.why == unread_no_attachment || reception.why == unread_left_out;
}

} // namespace einvoicing
