import { createApp } from 'vue';
import App from './App.vue';
import './styles/uikit.less';
import './styles/board.css';

createApp(App).mount('#board');
