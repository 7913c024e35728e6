#pragma once

namespace tickets
{

/// The mails about tickets that a business may write in its own words. At start.
void offer_mails();

} // namespace tickets
