/** The app's only screen: Capacitor's, with one more door. */
export function mainActivity(id: string): string {
  return `package ${id};

import android.os.Bundle;
import androidx.core.splashscreen.SplashScreen;
import com.getcapacitor.BridgeActivity;

public class MainActivity extends BridgeActivity {
    @Override
    public void onCreate(Bundle savedInstanceState) {
        SplashScreen.installSplashScreen(this);
        registerPlugin(HandedOver.class);
        super.onCreate(savedInstanceState);
    }
}
`
}

/** Keeps what another app hands over until a page takes it (src/web/install/shell/take-handed.ts). */
export function handedOver(id: string): string {
  return `package ${id};

import android.content.ContentResolver;
import android.content.Intent;
import android.database.Cursor;
import android.net.Uri;
import android.provider.OpenableColumns;
import com.getcapacitor.JSArray;
import com.getcapacitor.JSObject;
import com.getcapacitor.Plugin;
import com.getcapacitor.PluginCall;
import com.getcapacitor.PluginMethod;
import com.getcapacitor.annotation.CapacitorPlugin;
import java.util.ArrayList;
import java.util.List;

@CapacitorPlugin(name = "HandedOver")
public class HandedOver extends Plugin {
    private Intent waiting;

    @Override
    protected void handleOnNewIntent(Intent intent) {
        boolean isAgain = (intent.getFlags() & Intent.FLAG_ACTIVITY_LAUNCHED_FROM_HISTORY) != 0;
        boolean isShared = Intent.ACTION_SEND.equals(intent.getAction()) || Intent.ACTION_SEND_MULTIPLE.equals(intent.getAction());
        if (!isShared || isAgain) return;
        waiting = intent;
        notifyListeners("came", new JSObject());
    }

    @PluginMethod
    public void take(PluginCall call) {
        Intent intent = waiting;
        waiting = null;
        JSObject taken = new JSObject();
        JSArray files = new JSArray();
        if (intent != null) {
            taken.put("title", intent.getStringExtra(Intent.EXTRA_SUBJECT));
            taken.put("text", intent.getStringExtra(Intent.EXTRA_TEXT));
            for (Uri uri : filesOf(intent)) files.put(described(uri));
        }
        taken.put("files", files);
        call.resolve(taken);
    }

    /** Only what its owner grants: a path, or this app's own files, may be named by anyone. */
    private List<Uri> filesOf(Intent intent) {
        List<Uri> named = new ArrayList<>();
        if (Intent.ACTION_SEND_MULTIPLE.equals(intent.getAction())) {
            List<Uri> several = intent.getParcelableArrayListExtra(Intent.EXTRA_STREAM);
            if (several != null) named.addAll(several);
        } else {
            Uri one = intent.getParcelableExtra(Intent.EXTRA_STREAM);
            if (one != null) named.add(one);
        }
        List<Uri> granted = new ArrayList<>();
        for (Uri uri : named) {
            String authority = uri == null ? null : uri.getAuthority();
            boolean isContent = authority != null && ContentResolver.SCHEME_CONTENT.equals(uri.getScheme());
            if (isContent && !authority.contains(getContext().getPackageName())) granted.add(uri);
        }
        return granted;
    }

    private JSObject described(Uri uri) {
        ContentResolver resolver = getContext().getContentResolver();
        JSObject file = new JSObject();
        file.put("uri", uri.toString());
        file.put("type", resolver.getType(uri));
        try (Cursor row = resolver.query(uri, new String[] { OpenableColumns.DISPLAY_NAME }, null, null, null)) {
            if (row != null && row.moveToFirst()) file.put("name", row.getString(0));
        }
        return file;
    }
}
`
}
