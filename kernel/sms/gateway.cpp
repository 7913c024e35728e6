#include "kernel/sms/gateway.hpp"

#include "kernel/sms/ovh.hpp"
#include "kernel/sms/twilio.hpp"

namespace sms
{

std::unique_ptr<Gateway> gateway(const Account& account, const Addresses& addresses)
{
    if (account.provider == Provider::twilio)
        return std::make_unique<Twilio>(account, addresses.twilio);
    return std::make_unique<Ovh>(account, addresses.ovh);
}

} // namespace sms
