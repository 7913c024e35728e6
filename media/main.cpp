#include "media/answer.hpp"
#include "media/confinement.hpp"
#include "media/film.hpp"
#include "media/pictures.hpp"

extern "C" {
#include <libavutil/log.h>
}
#include <vips/vips.h>

#include <cstdlib>
#include <string_view>

/// etabli-media image|video|logo < FILE: judges one upload and writes its copies on standard
/// output. Started by the server for each file; harmless alone.
int main(int count, char** arguments)
{
    const std::string_view kind = count == 2 ? arguments[1] : "";
    if (kind != "image" && kind != "video" && kind != "logo") return 64;
    media::bound_resources();
    ::setenv("VIPS_NOVECTOR", "1", 1); // it would compile code at run time
    if (vips_init("etabli-media") != 0) return 70;
    vips_concurrency_set(1);
    vips_cache_set_max(0);
    vips_block_untrusted_set(TRUE);
    av_log_set_level(AV_LOG_QUIET);
    if (!media::confine()) return 71;

    if (kind == "image")
        media::show_picture();
    else if (kind == "logo")
        media::show_logo();
    else
        media::show_film();
    media::say("end");
    return 0;
}
