// Installs the real Bicep compiler from NuGet into out/tools/bicep and prints the path of its command.
// Only tests use it, as the judge of what is valid; nothing that ships does. Needs `dotnet`.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './bundles.mjs';

const version = '0.49.2';
const packageName = 'Azure.Bicep.CommandLine.linux-x64';

const project = `<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <RestorePackagesPath>$(MSBuildThisFileDirectory)packages</RestorePackagesPath>
  </PropertyGroup>
  <ItemGroup><PackageDownload Include="${packageName}" Version="[${version}]" /></ItemGroup>
</Project>
`;

/** The path of the installed compiler; undefined where it cannot be had: no .NET, no NuGet, another kind of machine. */
export function installBicep() {
  if (process.platform !== 'linux' || process.arch !== 'x64' || !hasDotnet()) return undefined;
  const folder = path.join(root, 'out/tools/bicep');
  const command = path.join(folder, 'packages', packageName.toLowerCase(), version, 'tools/bicep');
  if (!existsSync(command)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'bicep.csproj'), project);
    const restored = spawnSync('dotnet', ['restore', 'bicep.csproj'], { cwd: folder, encoding: 'utf8' });
    if (restored.status !== 0) console.error(restored.stdout + restored.stderr);
  }
  return existsSync(command) ? command : undefined;
}

function hasDotnet() {
  return spawnSync('dotnet', ['--version'], { stdio: 'ignore' }).status === 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const command = installBicep();
  if (command === undefined) {
    console.error('Not installed: the compiler needs Linux on x64, .NET and NuGet');
    process.exitCode = 1;
  } else {
    console.log(command);
  }
}
