#!/usr/bin/env python3
"""Writes one assembler-backed C++ file that holds the listed files. See Embed.cmake."""
import hashlib
import sys
from pathlib import Path

name, list_file, root, output = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), Path(sys.argv[4])


def embedded_path(file):
    return str(file.relative_to(root)) if file.is_relative_to(root) else file.name


files = sorted((Path(line) for line in list_file.read_text().splitlines() if line), key=embedded_path)
out = ['#include "kernel/base/embedded.hpp"', "", "#include <array>", ""]
for number, file in enumerate(files):
    symbol = f"etabli_{name}_{number}"
    out.append(f'__asm__(".section .rodata\\n.balign 16\\n{symbol}:\\n.incbin \\"{file}\\"\\n'
               f'{symbol}_end:\\n.byte 0\\n.previous\\n");')
    # The digest makes this file change, so that it is compiled again, when only the bytes changed.
    out.append(f"// {hashlib.sha256(file.read_bytes()).hexdigest()}")
    out.append(f'extern "C" const char {symbol}[];')
    out.append(f'extern "C" const char {symbol}_end[];')
out.append("")
out.append("namespace base\n{")
out.append(f"std::span<const EmbeddedFile> {name}()\n{{")
out.append(f"    static const std::array<EmbeddedFile, {len(files)}> files{{")
for number, file in enumerate(files):
    symbol = f"etabli_{name}_{number}"
    out.append(f'        EmbeddedFile{{"{embedded_path(file)}", {{{symbol}, {symbol}_end}}}},')
out.append("    };\n    return files;\n}\n} // namespace base\n")
text = "\n".join(out)
if not output.exists() or output.read_text() != text:
    output.write_text(text)
