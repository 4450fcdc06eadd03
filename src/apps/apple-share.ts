import { handedOver, mainViewController, shareViewController } from './apple-code.ts'
import { shareInfo, shareRights } from './apple-lists.ts'
import type { Change, Project } from './project.ts'
import type { StoreApp } from './store-app.ts'
import { buildFile, fileReference, key, member } from './xcode.ts'

/**
 * What another app's "share" reaches: on iOS a program of its own beside the app, which may not open it. It leaves what
 * it is given in a folder that both may open, and the app takes that from there at its next look.
 */
export function appleShareOf(app: StoreApp): Project {
  return {
    files: {
      'ios/App/App/MainViewController.swift': mainViewController,
      'ios/App/App/HandedOver.swift': handedOver(app),
      'ios/App/Share/ShareViewController.swift': shareViewController(app),
      'ios/App/Share/Info.plist': shareInfo(app),
      'ios/App/Share/Share.entitlements': shareRights(app),
    },
    changes: {
      'ios/App/App/SceneDelegate.swift': [{ at: 'CAPBridgeViewController()', put: 'MainViewController()' }],
      'ios/App/App.xcodeproj/project.pbxproj': [...ofApp(), ...ofExtension(app)],
    },
    pictures: {},
    gone: [],
  }
}

const product = { id: key('Share.appex'), embedded: key('Share.appex embedded') }
const target = key('target Share')
const embedding = key('Embed Foundation Extensions')
const dependency = key('dependency on Share')

/** The two files that the app itself has more. */
function ofApp(): readonly Change[] {
  const sources = ['MainViewController.swift', 'HandedOver.swift']
  const all = (write: (name: string) => string) => sources.map(write).join('')
  return [
    {
      at: '/* End PBXBuildFile section */',
      put: `${all((name) => buildFile(key(`${name} built`), key(name), name, 'Sources'))}/* End PBXBuildFile section */`,
    },
    {
      at: '/* End PBXFileReference section */',
      put: `${all((name) => fileReference(key(name), name, 'sourcecode.swift'))}/* End PBXFileReference section */`,
    },
    {
      at: /(?<=\/\* App \*\/ = \{\s*isa = PBXGroup;\s*children = \(\n)/g,
      put: all((name) => member(key(name), name)),
    },
    {
      at: /(?<=isa = PBXSourcesBuildPhase;\s*buildActionMask = \d+;\s*files = \(\n)/g,
      put: all((name) => member(key(`${name} built`), `${name} in Sources`)),
    },
    {
      at: /(?<=\/\* Products \*\/ = \{\s*isa = PBXGroup;\s*children = \(\n)/g,
      put: member(product.id, 'Share.appex'),
    },
    {
      at: /(?<=504EC2FB1FED79650016851F = \{\s*isa = PBXGroup;\s*children = \(\n)/g,
      put: member(key('group Share'), 'Share'),
    },
    {
      at: /(?<=\/\* Frameworks \*\/,\n\t{4}\w{24} \/\* Resources \*\/,\n)/g,
      put: member(embedding, 'Embed Foundation Extensions'),
    },
    { at: /(?<=\t{3}dependencies = \(\n)/g, put: member(dependency, 'PBXTargetDependency') },
    { at: /(?<=\t{3}targets = \(\n)/g, put: member(target, 'Share') },
  ]
}

/** The extension, whole: its files, what it is built of, and how it comes into the app. */
function ofExtension(app: StoreApp): readonly Change[] {
  const code = { id: key('ShareViewController.swift'), built: key('ShareViewController.swift built') }
  const [info, rights, sources] = [key('Share/Info.plist'), key('Share.entitlements'), key('sources of Share')]
  const proxy = key('proxy of Share')
  const configurations = ['Debug', 'Release'].map((name) => ({ name, id: key(`Share ${name}`) }))
  const section = (name: string, things: string) => ({
    at: '/* Begin PBXProject section */',
    put: `/* Begin ${name} section */\n${things}/* End ${name} section */\n\n/* Begin PBXProject section */`,
  })
  const before = (name: string, things: string) => ({
    at: `/* End ${name} section */`,
    put: `${things}/* End ${name} section */`,
  })
  return [
    before(
      'PBXBuildFile',
      buildFile(code.built, code.id, 'ShareViewController.swift', 'Sources') +
        `\t\t${product.embedded} /* Share.appex in Embed Foundation Extensions */ = {isa = PBXBuildFile; fileRef = ${product.id} /* Share.appex */; settings = {ATTRIBUTES = (RemoveHeadersOnCopy, ); }; };\n`,
    ),
    before(
      'PBXFileReference',
      fileReference(code.id, 'ShareViewController.swift', 'sourcecode.swift') +
        fileReference(info, 'Info.plist', 'text.plist.xml') +
        fileReference(rights, 'Share.entitlements', 'text.plist.entitlements') +
        `\t\t${product.id} /* Share.appex */ = {isa = PBXFileReference; explicitFileType = "wrapper.app-extension"; includeInIndex = 0; path = Share.appex; sourceTree = BUILT_PRODUCTS_DIR; };\n`,
    ),
    before(
      'PBXGroup',
      `\t\t${key('group Share')} /* Share */ = {\n\t\t\tisa = PBXGroup;\n\t\t\tchildren = (\n${member(code.id, 'ShareViewController.swift')}${member(info, 'Info.plist')}${member(rights, 'Share.entitlements')}\t\t\t);\n\t\t\tpath = Share;\n\t\t\tsourceTree = "<group>";\n\t\t};\n`,
    ),
    before(
      'PBXSourcesBuildPhase',
      `\t\t${sources} /* Sources */ = {\n\t\t\tisa = PBXSourcesBuildPhase;\n\t\t\tbuildActionMask = 2147483647;\n\t\t\tfiles = (\n${member(code.built, 'ShareViewController.swift in Sources')}\t\t\t);\n\t\t\trunOnlyForDeploymentPostprocessing = 0;\n\t\t};\n`,
    ),
    before(
      'PBXNativeTarget',
      `\t\t${target} /* Share */ = {\n\t\t\tisa = PBXNativeTarget;\n\t\t\tbuildConfigurationList = ${key('configurations of Share')} /* Build configuration list for PBXNativeTarget "Share" */;\n\t\t\tbuildPhases = (\n${member(sources, 'Sources')}\t\t\t);\n\t\t\tbuildRules = (\n\t\t\t);\n\t\t\tdependencies = (\n\t\t\t);\n\t\t\tname = Share;\n\t\t\tproductName = Share;\n\t\t\tproductReference = ${product.id} /* Share.appex */;\n\t\t\tproductType = "com.apple.product-type.app-extension";\n\t\t};\n`,
    ),
    section(
      'PBXContainerItemProxy',
      `\t\t${proxy} /* PBXContainerItemProxy */ = {\n\t\t\tisa = PBXContainerItemProxy;\n\t\t\tcontainerPortal = 504EC2FC1FED79650016851F /* Project object */;\n\t\t\tproxyType = 1;\n\t\t\tremoteGlobalIDString = ${target};\n\t\t\tremoteInfo = Share;\n\t\t};\n`,
    ),
    section(
      'PBXCopyFilesBuildPhase',
      `\t\t${embedding} /* Embed Foundation Extensions */ = {\n\t\t\tisa = PBXCopyFilesBuildPhase;\n\t\t\tbuildActionMask = 2147483647;\n\t\t\tdstPath = "";\n\t\t\tdstSubfolderSpec = 13;\n\t\t\tfiles = (\n${member(product.embedded, 'Share.appex in Embed Foundation Extensions')}\t\t\t);\n\t\t\tname = "Embed Foundation Extensions";\n\t\t\trunOnlyForDeploymentPostprocessing = 0;\n\t\t};\n`,
    ),
    section(
      'PBXTargetDependency',
      `\t\t${dependency} /* PBXTargetDependency */ = {\n\t\t\tisa = PBXTargetDependency;\n\t\t\ttarget = ${target} /* Share */;\n\t\t\ttargetProxy = ${proxy} /* PBXContainerItemProxy */;\n\t\t};\n`,
    ),
    before('XCBuildConfiguration', configurations.map(({ id, name }) => configuration(app, id, name)).join('')),
    before(
      'XCConfigurationList',
      `\t\t${key('configurations of Share')} /* Build configuration list for PBXNativeTarget "Share" */ = {\n\t\t\tisa = XCConfigurationList;\n\t\t\tbuildConfigurations = (\n${configurations.map(({ id, name }) => member(id, name)).join('')}\t\t\t);\n\t\t\tdefaultConfigurationIsVisible = 0;\n\t\t\tdefaultConfigurationName = Release;\n\t\t};\n`,
    ),
  ]
}

function configuration({ id, version, build }: StoreApp, own: string, name: string): string {
  const settings = {
    APPLICATION_EXTENSION_API_ONLY: 'YES',
    CODE_SIGN_ENTITLEMENTS: 'Share/Share.entitlements',
    CODE_SIGN_STYLE: 'Automatic',
    CURRENT_PROJECT_VERSION: String(build),
    INFOPLIST_FILE: 'Share/Info.plist',
    IPHONEOS_DEPLOYMENT_TARGET: '15.0',
    LD_RUNPATH_SEARCH_PATHS: '"$(inherited) @executable_path/Frameworks @executable_path/../../Frameworks"',
    MARKETING_VERSION: version,
    PRODUCT_BUNDLE_IDENTIFIER: `${id}.share`,
    PRODUCT_NAME: '"$(TARGET_NAME)"',
    SKIP_INSTALL: 'YES',
    SWIFT_VERSION: '5.0',
    TARGETED_DEVICE_FAMILY: '"1,2"',
  }
  const lines = Object.entries(settings).map(([setting, value]) => `\t\t\t\t${setting} = ${value};\n`)
  return `\t\t${own} /* ${name} */ = {\n\t\t\tisa = XCBuildConfiguration;\n\t\t\tbuildSettings = {\n${lines.join('')}\t\t\t};\n\t\t\tname = ${name};\n\t\t};\n`
}
