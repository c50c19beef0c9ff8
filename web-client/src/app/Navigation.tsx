import { useMe } from '@shared/me';
import { useTexts } from '@shared/texts';
import { Link } from '@tanstack/react-router';
import { navigation } from './navigation';
import styles from './Shell.module.css';
import { texts } from './texts';

export function Navigation({ onGo }: { onGo?: () => void }) {
  const t = useTexts(texts);
  const me = useMe();
  return (
    <nav className={styles.nav} aria-label={t.mainNav}>
      <span className={styles.brand}>
        <img src="/icon.svg" alt="" width={30} height={30} />
        {t.product}
      </span>
      {navigation.map((group) => {
        const items = group.items.filter((item) => !item.right || me.may(item.right));
        if (items.length === 0) return null;
        return (
          <div key={group.text ?? ''} className={styles.group}>
            {group.text && <p className={styles.groupName}>{t[group.text]}</p>}
            <ul>
              {items.map(({ to, text, icon: Icon }) => (
                <li key={to}>
                  <Link
                    to={to}
                    className={styles.item}
                    activeOptions={{ exact: to === '/', includeSearch: false }}
                    onClick={onGo}
                  >
                    <Icon size={19} stroke={1.7} aria-hidden />
                    {t[text]}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </nav>
  );
}
