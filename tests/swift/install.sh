#!/usr/bin/env bash
# Finds or installs a Swift 6 toolchain and prints the folder that holds `swift` and `swiftc` as the only line on
# standard output. What it does, and what went wrong, goes to standard error.
#
#   PATH="$(tests/swift/install.sh):$PATH" swift test --package-path generated/swift
#   tests/swift/install.sh --find        # installs nothing: prints the folder, or fails where there is none
#
# Looked for in this order: Xcode's Swift on macOS (untested); a Swift 6 that is on PATH; the toolchain that an
# earlier run left in WIREWRIGHT_SWIFT_HOME (default: ~/.cache/wirewright/swift-6.0.3). Otherwise, on Debian amd64, that
# folder is filled from Debian 13's packages: about 480 MB to download, 1 GB on disk, one minute. Nothing outside of
# the folder changes and root is not needed, except that a missing C compiler is installed when we are root.
set -euo pipefail

readonly SUITE=trixie WANTED_MAJOR=6
readonly NEEDED_MEGABYTES=1800
# The paths are written into the executables: a toolchain that was moved, or made by another recipe, is made anew.
readonly RECIPE="recipe 1"

say() { echo "swift: $*" >&2; }
fail() { say "error: $1"; shift; for line in "$@"; do say "  $line"; done; exit 1; }

home=${WIREWRIGHT_SWIFT_HOME:-${XDG_CACHE_HOME:-${HOME:?HOME is not set}/.cache}/wirewright/swift-6.0.3}
[[ $home == /* ]] || home=$PWD/$home
readonly home bin=$home/usr/libexec/swift/bin state=$home/.wirewright-swift
readonly libraries=$home/usr/lib/x86_64-linux-gnu loader=$home/usr/lib64/ld-linux-x86-64.so.2

main() {
  if [[ $(uname -s) == Darwin ]]; then use_xcode; return; fi
  if use_path || use_installed; then return; fi
  case ${1:-} in
    "") ;;
    --find) fail "no Swift $WANTED_MAJOR found" "To install one, run: tests/swift/install.sh" ;;
    *) fail "unknown argument $1" "Usage: tests/swift/install.sh [--find]" ;;
  esac
  check_host
  mkdir -p "$(dirname "$home")"
  exec 9> "$home.lock"
  flock -n 9 || { say "another process is installing into $home, waiting"; flock 9; }
  use_installed || install
}

# --- toolchains that are there -------------------------------------------------------------------------------------

use_xcode() {
  local swift
  swift=$(xcrun --find swift 2> /dev/null) || fail "no Swift found" "Install Xcode 16 or newer, then run: xcode-select --install"
  is_recent "$swift" || fail "$swift is older than Swift $WANTED_MAJOR" "Install Xcode 16 or newer."
  dirname "$swift"
}

use_path() {
  local swift
  swift=$(command -v swift) && is_recent "$swift" && [[ -x $(dirname "$swift")/swiftc ]] && dirname "$swift"
}

# True for an installation that was finished at this very place, by this recipe.
use_installed() {
  [[ -f $state && $(< "$state") == "ready $RECIPE $home" ]] && is_recent "$bin/swift" && echo "$bin"
}

is_recent() {
  local version
  version=$("$1" --version 2> /dev/null | sed -n 's/.*Swift version \([0-9]*\).*/\1/p' | head -n 1)
  [[ -n $version && $version -ge $WANTED_MAJOR ]]
}

# --- a new one -----------------------------------------------------------------------------------------------------

check_host() {
  local missing=() free
  [[ $(uname -s)-$(uname -m) == Linux-x86_64 ]] && command -v apt-get dpkg-deb flock > /dev/null ||
    fail "this machine is not Debian on amd64, and no Swift $WANTED_MAJOR is on PATH" \
      "Install Swift $WANTED_MAJOR from https://swift.org/install and put it on PATH."
  [[ -f /usr/share/keyrings/debian-archive-$SUITE-stable.gpg ]] ||
    fail "Debian's archive key for $SUITE is missing" "As root, run: apt-get install debian-archive-keyring"
  command -v gcc > /dev/null || missing+=(gcc)
  [[ -f /usr/include/stdlib.h ]] || missing+=(libc6-dev)
  if (( ${#missing[@]} )); then install_host_packages "${missing[@]}"; fi
  free=$(df -Pm "$(nearest_folder "$home")" | awk 'NR == 2 { print $4 }')
  (( free >= NEEDED_MEGABYTES )) ||
    fail "$home needs $NEEDED_MEGABYTES MB, $free MB are free" "Set WIREWRIGHT_SWIFT_HOME to a folder on another disk."
}

install_host_packages() {
  (( $(id -u) == 0 )) || fail "missing: $*" "As root, run: apt-get install --no-install-recommends $*"
  say "installing $*"
  { apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "$@"; } \
    < /dev/null >&2 || fail "apt-get could not install $*"
}

nearest_folder() {
  local folder=$1
  until [[ -d $folder ]]; do folder=$(dirname "$folder"); done
  echo "$folder"
}

# The state file is written first and says `ready` last: what a killed run left is never taken for a toolchain, and
# no folder but one that we made, or an empty one, is ever cleared.
install() {
  if [[ -d $home && ! -f $state && -n $(ls -A "$home") ]]; then
    fail "$home is not empty and was not made by this script" "Set WIREWRIGHT_SWIFT_HOME to a folder of its own."
  fi
  [[ ! -d $home ]] || find "$home" -mindepth 1 -maxdepth 1 ! -path "$state" -exec rm -rf {} +
  mkdir -p "$home"
  echo "unfinished" > "$state"
  SECONDS=0
  download
  unpack
  redirect
  verify
  rm -rf "$home/packages"
  echo "ready $RECIPE $home" > "$state.new"
  mv "$state.new" "$state"
  say "ready in $SECONDS s: $home"
  echo "$bin"
}

# Resolves and fetches with a package list, state and cache of our own; the host's own lists stay as they are.
private_apt() {
  local apt=$home/packages/apt
  apt-get -qq -o Dir::Etc::SourceList="$apt/sources.list" -o Dir::Etc::SourceParts=/dev/null \
    -o Dir::Etc::Preferences=/dev/null -o Dir::Etc::PreferencesParts=/dev/null \
    -o Dir::State="$apt" -o Dir::State::Lists="$apt/lists" -o Dir::State::status="$apt/status" -o Dir::Cache="$apt/cache" \
    -o APT::Architecture=amd64 -o APT::Architectures::=amd64 -o APT::Install-Recommends=false \
    -o APT::Sandbox::User= -o APT::Get::List-Cleanup=false -o Debug::NoLocking=true -o Acquire::Languages=none \
    -o Acquire::Retries=3 -o Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false \
    -o Acquire::IndexTargets::deb::Contents-deb::DefaultEnabled=false "$@" < /dev/null
}

download() {
  local apt=$home/packages/apt mirror packages
  mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial"
  : > "$apt/status"
  mirror=$(host_mirror)
  say "downloading about 480 MB from $mirror"
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-$SUITE-stable.gpg] $mirror $SUITE main" > "$apt/sources.list"
  private_apt update >&2 || fail "cannot read $mirror" "Is this machine online? Behind a proxy, set http_proxy."
  packages=$(private_apt --simulate install swiftlang patchelf | awk '$1 == "Inst" { print $2 }' | wanted_packages)
  [[ $packages == *swiftlang* ]] || fail "$mirror has no package swiftlang for $SUITE"
  # shellcheck disable=SC2086 # one word per package
  (cd "$home/packages" && private_apt download $packages >&2) || fail "the download from $mirror did not finish; run it again"
}

host_mirror() {
  { cat /etc/apt/sources.list.d/*.sources | sed -n 's/^URIs: *\([^ ]*\).*/\1/p'
    cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list | sed -n 's/^deb \(\[[^]]*\] \)\{0,1\}\([^ ]*\) .*/\2/p'
    echo http://deb.debian.org/debian
  } 2> /dev/null | grep '/debian/*$' | head -n 1
}

# Of everything that swiftlang depends on: itself and shared libraries. The C compiler and its libraries are the host's.
wanted_packages() {
  grep -E '^(swiftlang|patchelf|zlib1g|lib.*)$' |
    grep -vE '^lib(asan|lsan|tsan|ubsan|hwasan|itm|quadmath|gomp|cc1|isl|mpc|mpfr|gmp|binutils|ctf|gprofng|sframe|python|jansson)[0-9.-]*|-dev$'
}

# Of 2.1 GB in swiftlang about 0.8 are of use here; libIndexStore stays, `swift test` finds the tests with it.
unpack() {
  local package prefix=./usr/libexec/swift
  say "unpacking"
  for package in "$home"/packages/*.deb; do
    dpkg-deb --fsys-tarfile "$package" | tar -x -C "$home" --no-same-owner --exclude=./usr/share --exclude=./etc \
      --exclude="$prefix/share" --exclude="$prefix/lib/swift_static" --exclude="$prefix/lib/swift/embedded" \
      --exclude="$prefix/lib/swift/migrator" --exclude="$prefix/lib/liblldb*" --exclude="$prefix/lib/libLTO*" \
      --exclude="$prefix/lib/libsourcekitd*" --exclude="$prefix/lib/libswiftGeneric*" --exclude="$prefix/bin/lld*" \
      --exclude="$prefix/bin/clangd" --exclude="$prefix/bin/sourcekit-lsp" --exclude="$prefix/bin/repl_swift" \
      --exclude="$prefix/bin/docc" --exclude="$prefix/bin/llvm-*" ||
      fail "could not unpack $package" "Is the disk of $home full?"
  done
}

# The packages want a newer C library than Debian 12 has. Every executable gets Debian 13's loader and libraries, and
# whatever the toolchain links (Package.swift and tests are programs too) gets them through clang's own settings.
redirect() {
  local executable library swift=$home/usr/libexec/swift
  say "redirecting to the unpacked libraries"
  for executable in "$bin"/*; do
    [[ -f $executable && ! -L $executable && $(head -c 4 "$executable" | tr -d '\0') == $'\x7fELF' ]] || continue
    "$loader" --library-path "$libraries" "$home/usr/bin/patchelf" --set-interpreter "$loader" --force-rpath --set-rpath \
      "\$ORIGIN/../lib/swift/linux:\$ORIGIN/../lib/swift/host:\$ORIGIN/../lib/swift/host/compiler:$libraries" "$executable" ||
      fail "patchelf failed on $executable"
  done
  # These libraries look for each other beside themselves only.
  for library in "$libraries"/*.so.[0-9]*; do
    [[ -e $swift/lib/swift/linux/${library##*/} ]] || ln -s "$library" "$swift/lib/swift/linux/"
  done
  printf '%s\n' "-Wl,--dynamic-linker=$loader" -Wl,--disable-new-dtags \
    "-Wl,-rpath,$swift/lib/swift/linux:$libraries" > "$bin/clang.cfg"
}

# Compiles, links and runs a program, and starts the package manager.
verify() {
  local folder=$home/packages/verify
  say "compiling a first file"
  mkdir -p "$folder"
  echo 'import Foundation; print("Swift", [1, 2, 3].reduce(0, +), Date().timeIntervalSince1970 > 0)' > "$folder/main.swift"
  "$bin/swiftc" "$folder/main.swift" -o "$folder/main" >&2 && [[ $("$folder/main") == "Swift 6 true" ]] ||
    fail "the toolchain in $home does not work" "Please report this with the lines above."
  "$bin/swift" package --version > /dev/null || fail "SwiftPM in $home does not start" "Please report this."
}

main "$@"
