#pragma once

#include <memory>

/// For what OpenSSL gives to keep. For .cpp files only.
namespace secrets
{

template <auto release>
struct Releases {
    template <class Thing>
    void operator()(Thing* thing) const
    {
        release(thing);
    }
};
template <class Thing, auto release>
using Held = std::unique_ptr<Thing, Releases<release>>;

} // namespace secrets
